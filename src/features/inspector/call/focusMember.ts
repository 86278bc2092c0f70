/** The first control of a member that was just added; `area` holds the members themselves. */
export function focusMember(area: HTMLElement | null, name: string): void {
  const member = [...(area?.children ?? [])].find((element) => element instanceof HTMLElement && element.dataset['member'] === name);
  const control = member?.querySelector<HTMLElement>('input, textarea, [role="combobox"]') ?? member?.querySelector<HTMLElement>('button');
  control?.focus();
}
