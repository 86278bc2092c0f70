/**
 * Hosts of Step Functions itself, in every partition, by the names that AWS gives them: regional, FIPS, dual-stack, and interface endpoints
 * of a VPC. A request signed for another service's host of AWS (a bucket that anybody can name) is nobody's but its owner's.
 */
const SUFFIXES = ['amazonaws.com', 'amazonaws.com.cn', 'api.aws', 'api.amazonwebservices.com.cn', 'amazonaws.eu', 'api.amazonwebservices.eu', 'c2s.ic.gov', 'sc2s.sgov.gov', 'cloud.adc-e.uk', 'csp.hci.ic.gov'];
const SERVICE = /^(?:[a-z0-9-]+\.)?(?:sync-)?states(?:-fips)?\.[a-z]{2,}(?:-[a-z0-9]+)+(?:\.vpce)?\.(?<suffix>[a-z0-9.-]+)$/;

export function isStepFunctionsHost(hostname: string): boolean {
  const suffix = SERVICE.exec(hostname.toLowerCase())?.groups?.['suffix'];
  return suffix !== undefined && SUFFIXES.includes(suffix);
}
