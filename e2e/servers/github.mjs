// GitHub's REST API, played by Prism from GitHub's own OpenAPI description (data/github-openapi-subset.json, MIT; its x-source says
// where it comes from and what was changed). POST /repos/{owner}/{repo}/issues answers 401 without Authorization, 201 with a
// Location, 422 for a body that breaks the description; the header `Prefer: code=410` asks for any documented status.
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { HOST, freePort, startProgram } from './listen.mjs';

const require = createRequire(import.meta.url);
const description = fileURLToPath(new URL('./data/github-openapi-subset.json', import.meta.url));

/** @returns {Promise<import('./listen.mjs').TestServer>} */
export async function startGithub() {
  const prism = join(dirname(require.resolve('@stoplight/prism-cli/package.json')), 'dist/index.js');
  const port = await freePort();
  const server = await startProgram([prism, 'mock', '-h', HOST, '-p', String(port), description], port);
  // Its first answer takes long, because it makes its validators then; no story should wait for that.
  await fetch(`${server.origin}/repos/octocat/hello-world/issues`, { method: 'POST', headers: { authorization: 'Bearer warm', 'content-type': 'application/json' }, body: '{"title":"warm"}' });
  return server;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { origin } = await startGithub();
  console.log(`GitHub: ${origin}`);
}
