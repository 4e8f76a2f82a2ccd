import { spawnSync } from 'node:child_process';

/** What the peers come with; the npm ones stand in package.json. */
export const PEER_PACKAGES = ['python3-openpyxl', 'python3-xlsxwriter', 'isync', 'dovecot-imapd', 'time'];

/** Installs the missing Debian packages, as root or through sudo; says so where it cannot. */
export function installPeers(say: (line: string) => void): void {
  const missing = PEER_PACKAGES.filter((name) => !isInstalled(name));
  if (missing.length === 0) return;
  const root = process.getuid?.() === 0;
  const command = ['apt-get', 'install', '-y', '-qq', '--no-install-recommends', ...missing];
  const [program = '', ...args] = root ? command : ['sudo', '-n', ...command];
  if (spawnSync(program, args, { stdio: ['ignore', 2, 2] }).status !== 0)
    say(`could not install ${missing.join(' ')}; what needs them is skipped`);
}

function isInstalled(name: string): boolean {
  const query = `dpkg-query -W -f='\${Status}' ${name}`;
  return spawnSync('sh', ['-c', query], { encoding: 'utf8' }).stdout.includes('ok installed');
}
