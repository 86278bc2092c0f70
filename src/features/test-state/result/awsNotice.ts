/** What AWS would make of the test, under a title that its text does not say again. */
export function awsNotice(says: string): { readonly title: string; readonly text: string } {
  const one = /^(AWS would (?:answer|refuse the definition)): (.+)$/.exec(says);
  return one?.[1] !== undefined && one[2] !== undefined ? { title: one[1], text: one[2] } : { title: 'Different on AWS', text: says };
}
