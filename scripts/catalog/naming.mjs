// Names as AWS Step Functions shows them in `aws-sdk:` integrations: those of the AWS SDK for Java 2.x and its code generator.

/** Words of a name as the Java generator splits them: `IoTSiteWise` gives IoT, Site, Wise. */
function words(name) {
  const parted = name
    .replace(/[^A-Za-z0-9]+/g, ' ')
    .replace(/([^a-z]{2,})v([0-9]+)/g, '$1 v$2 ')
    .replace(/([^A-Z]{2,})V([0-9]+)/g, '$1 V$2 ')
    .replace(/(?<=[a-z])(?=[A-Z][a-zA-Z0-9])/g, ' ')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .replace(/([0-9])([a-zA-Z])/g, '$1 $2');
  return parted.replace(/ +/g, ' ').trim().split(' ');
}

const pascal = (name) => words(name).map((word) => word[0].toUpperCase() + word.slice(1).toLowerCase()).join('');

/** `serviceId` of an API model -> what stands before the dot of its errors: `Config Service` -> `Config`. */
export const errorPrefix = (serviceId) => pascal(serviceId).replace(/^Amazon/, '').replace(/^Aws/, '').replace(/Service$/, '');

/** `serviceId` -> the service of `arn:aws:states:::aws-sdk:SERVICE:ACTION`. */
export const servicePrefix = (serviceId) => errorPrefix(serviceId).toLowerCase();

export const actionName = (operation) => operation[0].toLowerCase() + operation.slice(1);

export const upperFirst = (name) => name[0].toUpperCase() + name.slice(1);

const isUpper = (char) => char !== undefined && char >= 'A' && char <= 'Z';
const isLower = (char) => char !== undefined && char >= 'a' && char <= 'z';

/** A leading run of capitals becomes small, except the one before a small letter: `DBInstance` -> `dbInstance`, `ETag` -> `eTag`. */
function unCapitalize(name) {
  let at = 0;
  let out = '';
  do out += name[at++].toLowerCase();
  while (at < name.length && isUpper(name[at]) && !(at < name.length - 1 && isLower(name[at + 1])));
  return out + name.slice(at);
}

// `equals` -> `EqualsValue` is documented; the rest follows from the same rule of the generator and is not confirmed.
const JAVA_WORDS = new Set(
  ('abstract assert boolean break byte case catch char class const continue default do double else enum extends final finally float for goto if implements import instanceof int ' +
    'interface long native new package private protected public return short static strictfp super switch synchronized this throw throws transient try void volatile while true ' +
    'false null equals hashCode toString getClass notify notifyAll wait clone finalize').split(' '),
);

/** Member of an API model -> parameter in Step Functions: `DBInstanceIdentifier` -> `DbInstanceIdentifier`. */
export function memberName(member) {
  // The Java SDK calls this member of a DynamoDB attribute value nul() (derived).
  if (member === 'NULL') return 'Nul';
  const name = unCapitalize(member);
  return upperFirst(JAVA_WORDS.has(name) ? `${name}Value` : name);
}

/** Shapes that the Java SDK renames by hand. */
const RENAMED_ERRORS = { 'elasticloadbalancing AccessPointNotFoundException': 'LoadBalancerNotFoundException' };

/** Error shape -> its name after the prefix: `DBInstanceNotFoundFault` -> `DbInstanceNotFoundException`, `NoSuchKey` -> `NoSuchKeyException`. */
export function errorName(service, shape) {
  const name = pascal(shape.endsWith('Fault') ? shape.slice(0, -5) : shape);
  const whole = name.endsWith('Exception') ? name : `${name}Exception`;
  return RENAMED_ERRORS[`${service} ${whole}`] ?? whole;
}
