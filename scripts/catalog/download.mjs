import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What the generator reads of a client; all of it unpacked would be ten times as much. */
const CLIENT_FILES = ['dist-es/schemas', 'dist-es/runtimeConfig.shared.js', 'dist-types/models', 'dist-types/commands', 'package.json', 'LICENSE'];

/** Fetches the packages of sources.json into `folder`, one after the other. What is there already stays. */
export function download({ packages }, folder, say) {
  for (const [name, version] of Object.entries(packages)) {
    const target = join(folder, name);
    if (existsSync(join(target, 'package.json'))) continue;
    const scratch = mkdtempSync(join(tmpdir(), 'catalog-'));
    try {
      const tarball = execFileSync('npm', ['pack', '--silent', `${name}@${version}`], { cwd: scratch, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] }).trim();
      mkdirSync(target, { recursive: true });
      execFileSync('tar', ['xzf', join(scratch, tarball), '-C', target, '--strip-components=1']);
      if (name.startsWith('@aws-sdk/')) keepOnly(target);
      say(`${name}@${version}`);
    } finally {
      rmSync(scratch, { recursive: true });
    }
  }
}

function keepOnly(target) {
  const kept = `${target}.kept`;
  for (const path of CLIENT_FILES) if (existsSync(join(target, path))) cpSync(join(target, path), join(kept, path), { recursive: true });
  rmSync(target, { recursive: true });
  renameSync(kept, target);
}
