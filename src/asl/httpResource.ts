/** The resource of an HTTPS endpoint task: [http-task.md section 1]. The partition follows the region. */
export const HTTP_RESOURCE = 'arn:aws:states:::http:invoke';

const HTTP_INVOKE = /^arn:aws[a-z-]*:states:[a-z0-9-]*:\d*:http:invoke$/;

export const isHttpResource = (resource: string): boolean => HTTP_INVOKE.test(resource);
