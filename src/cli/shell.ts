/** How this command was called, so that what is printed can be typed. */
export const commandName = (): string => (process.env['npm_lifecycle_event'] === 'cli' ? 'npm run --silent cli --' : 'npx asl-studio');

/** As one word of a shell. */
export const shellQuoted = (text: string): string => (/^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`);
