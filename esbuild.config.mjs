// Builds dist/: programs/ has main.js, which is the whole program, and the part of it for each everyday command; lib/
// holds the packages that few commands need; jobsearch.1 is the manual page.
import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build, transform } from 'esbuild';

/** Imported lazily, yet needed by every coloured screen or by the four squares: inside, they share the compiled code. */
const inside = { chalk: () => true, 'cli-table3': (bundle) => bundle === 'quadrant' };

const driver = JSON.parse(readFileSync('node_modules/better-sqlite3/package.json', 'utf8'));

const common = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  // `import()` becomes require(): a script that V8 starts from its cache cannot import.
  supported: { 'dynamic-import': false },
  legalComments: 'none',
  metafile: true,
  define: { SCHEMA: String(readdirSync('migrations').length) },
  logLevel: 'warning',
};

/** Every other package imported with `await import()` becomes a file of its own, read when it is needed. */
const separate = new Set();
const lazyPackages = (bundle) => ({
  name: 'lazy-packages',
  setup(bundler) {
    bundler.onResolve({ filter: /^[^./]/ }, ({ kind, path }) => {
      if (kind !== 'dynamic-import' || path.startsWith('node:') || inside[path]?.(bundle)) return undefined;
      separate.add(path);
      // As bin/ sees it, whose `require` the programs are given.
      return { path: `../dist/lib/${fileOf(path)}`, external: true };
    });
  },
});

/** Half of what is read at every start is packages; of these the short form will do, as nobody looks for their lines. */
const shortPackages = {
  name: 'short-packages',
  setup(bundler) {
    bundler.onLoad({ filter: /node_modules.*\.m?js$/ }, async ({ path }) => {
      const { code } = await transform(lateIn(path, readFileSync(path, 'utf8')), {
        minify: true,
        target: common.target,
      });
      return { contents: code };
    });
  },
};

/** Made by the driver at its start, for a copy of the file: a run that makes none does without. */
const LATE = 'fsAccess = promisify(fs.access)';

function lateIn(path, text) {
  if (!path.endsWith('better-sqlite3/lib/methods/backup.js')) return text;
  if (!text.includes(LATE)) throw new Error(`${path} is no longer what it was: look at what is put off here`);
  return text.replace(LATE, 'fsAccess = (folder) => promisify(fs.access)(folder)');
}

function fileOf(name) {
  return `${name.replaceAll('/', '-')}.js`;
}

/**
 * `import os from 'node:os'` in a package would have every name of the module copied at the start, in case one is
 * wanted under its own; these want the module as it is.
 */
const asItIs = {
  'node:process': 'process',
  // Nothing but two folders is asked of it by most runs, and these say where they are without loading it.
  'node:os': `process.platform === 'win32' ? require('node:os') : {
    homedir: () => process.env.HOME || require('node:os').homedir(),
    tmpdir: () => process.env.TMPDIR || '/tmp',
    release: () => require('node:os').release(),
  }`,
};

const wholeBuiltins = {
  name: 'whole-builtins',
  setup(bundler) {
    bundler.onResolve({ filter: /^node:(os|path|process|tty)$/ }, ({ importer, kind, path }) =>
      kind === 'import-statement' && /node_modules.(env-paths|chalk)./.test(importer)
        ? { path, namespace: 'whole' }
        : undefined,
    );
    bundler.onLoad({ filter: /./, namespace: 'whole' }, ({ path }) => ({
      contents: `export default ${asItIs[path] ?? `require('${path}')`}`,
    }));
  },
};

/** commander loads child_process for subcommands that are programs of their own; here there are none. */
const noChildProcess = {
  name: 'no-child-process',
  setup(bundler) {
    bundler.onResolve({ filter: /^node:child_process$/ }, ({ importer, path }) =>
      importer.includes('node_modules/commander/') ? { path, namespace: 'nothing' } : undefined,
    );
    bundler.onLoad({ filter: /./, namespace: 'nothing' }, () => ({ contents: '' }));
  },
};

/**
 * Requiring better-sqlite3 file by file takes a third of an empty run, so its JavaScript is bundled. It fits only the
 * addon of the very same version: where npm installed another (it chooses by the version of Node), that one is
 * required as a whole.
 */
const bundledDriver = {
  name: 'bundled-driver',
  setup(bundler) {
    const own = (name, contents) =>
      bundler.onLoad({ filter: new RegExp(`^${name}$`), namespace: 'driver' }, () => ({
        contents,
        resolveDir: process.cwd(),
      }));
    bundler.onResolve({ filter: /^better-sqlite3(\/package\.json)?$/ }, ({ namespace, path }) =>
      namespace === 'driver' ? { path, external: true } : { path: 'choose', namespace: 'driver' },
    );
    bundler.onResolve({ filter: /^(bindings|\.\/binding)$/ }, ({ importer }) =>
      importer.includes('node_modules/better-sqlite3/') ? { path: 'addon', namespace: 'driver' } : undefined,
    );
    bundler.onResolve({ filter: /^driver-place$/ }, ({ path }) => ({ path, namespace: 'driver' }));
    // Looked for where npm puts it, before Node searches every folder.
    own(
      'driver-place',
      `const { dirname, join } = require('path');
       const read = (manifest) =>
         ({ folder: dirname(manifest), version: JSON.parse(require('fs').readFileSync(manifest, 'utf8')).version });
       const near = (folder) => {
         try { return read(join(__dirname, folder, 'better-sqlite3/package.json')); } catch { return undefined; }
       };
       module.exports =
         near('../node_modules') ?? near('../..') ?? read(require.resolve('better-sqlite3/package.json'));`,
    );
    own(
      'choose',
      `module.exports = require('driver-place').version === '${driver.version}'
         ? require('./node_modules/better-sqlite3/lib/index.js') : require('better-sqlite3');`,
    );
    // Version 12 asks `bindings` for its addon, version 13 its own getBinding.
    own(
      'addon',
      `const { folder } = require('driver-place');
       module.exports = () => {
         const addon = { exports: {} };
         process.dlopen(addon, folder + '/build/Release/better_sqlite3.node');
         return addon.exports;
       };
       module.exports.getBinding = () => module.require(folder + '/lib/binding.js').getBinding();`,
    );
  },
};

/** The licences of what is inside the bundles, as they ask for. */
function licencesOf(inputs) {
  const folders = new Set(inputs.map((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0]));
  folders.delete(undefined);
  const texts = [...folders].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const file = ['LICENSE', 'LICENSE.md', 'LICENSE.txt', 'license', 'license.md', 'LICENCE']
      .map((each) => join(folder, each))
      .find(existsSync);
    return `${name} ${version} (${license})\n\n${file ? readFileSync(file, 'utf8').trim() : ''}\n`;
  });
  return [...new Set(texts)];
}

/**
 * What a person runs many times a day gets a bundle without the other commands: V8 reads and unpacks half as much.
 * bin/jobsearch.js takes it when the arguments begin with this name, and main.js in every other case.
 */
const everydayCommands = ['today', 'log', 'quadrant', 'shallow', 'contact', 'task', 'event'];

function onlyCommand(name) {
  return {
    name: 'only-command',
    setup(bundler) {
      bundler.onResolve({ filter: /^\.\// }, ({ kind, importer, path }) => {
        if (kind !== 'dynamic-import') return undefined;
        const isOther = /src.commands.(index|default)\.ts$/.test(importer) && path.split('/')[1] !== name;
        // The sample search and what the shells ask begin with a word of their own, so they are run by main.js.
        return isOther || ['./store/demo', './shell/complete'].includes(path)
          ? { path, external: true }
          : undefined;
      });
    },
  };
}

/**
 * The bare day is run most of all, and is the one run without an option: it has nothing to parse, to ask or to write.
 * Its bundle has none of that, and needs no table of what is to be evaluated when.
 */
const BARE_DAY = 'bare-day';
const notOnABareDay = [
  './commands/recording',
  './editor',
  './keys',
  './lines',
  './numbers',
  './parser',
  './render/markdown',
  './shell/complete',
  './store/demo',
  './terminal/notify',
  '../formats/days',
];

const onlyBareDay = {
  name: 'only-bare-day',
  setup(bundler) {
    bundler.onResolve({ filter: /^\.\.?\// }, ({ kind, path }) =>
      kind === 'dynamic-import' && notOnABareDay.includes(path) ? { path, external: true } : undefined,
    );
    // What a bare day may need is imported where it stands: a module that is loaded later, and all that it imports, would
    // be put in functions of their own, with every name of theirs looked up through an object.
    bundler.onLoad({ filter: /src.*\.ts$/ }, ({ path }) => {
      const early = [];
      const contents = readFileSync(path, 'utf8').replace(/await import\('(\.[^']*)'\)/g, (lazy, module) => {
        if (notOnABareDay.includes(module)) return lazy;
        early.push(`import * as early${early.length} from '${module}';`);
        return `early${early.length - 1}`;
      });
      return { loader: 'ts', contents: `${early.join('')}${contents}` };
    });
  },
};

rmSync('dist', { recursive: true, force: true });
const names = ['main', BARE_DAY, ...everydayCommands];
const programOf = (name) => `dist/programs/${name}.js`;
const programs = await Promise.all(
  names.map((name) =>
    build({
      ...common,
      entryPoints: ['src/main.ts'],
      outfile: programOf(name),
      // Ready for bin/jobsearch.js to run as a script: adding this there would copy the whole text once more.
      banner: { js: '(function (exports, require, module, __filename, __dirname) {' },
      footer: { js: '})' },
      // Names stay, so that a stack in a bug report says where it was; not in the bare day, which is read most often, and
      // of which `jobsearch today --minutes 60` is the same with names.
      minify: name === BARE_DAY,
      minifyWhitespace: true,
      lineLimit: 110,
      plugins: [
        noChildProcess,
        wholeBuiltins,
        bundledDriver,
        lazyPackages(name),
        shortPackages,
        ...(name === 'main' ? [] : [name === BARE_DAY ? onlyBareDay : onlyCommand(name)]),
      ],
    }),
  ),
);
const libraries = await Promise.all(
  [...separate].map((name) =>
    build({
      ...common,
      stdin: { contents: `module.exports = require('${name}')`, resolveDir: process.cwd() },
      outfile: `dist/lib/${fileOf(name)}`,
      minify: true,
    }),
  ),
);
// What V8 compiled of a bundle is kept under the hash that it ends with.
for (const name of names) {
  const bundle = readFileSync(programOf(name));
  appendFileSync(programOf(name), `//${createHash('sha256').update(bundle).digest('hex').slice(0, 12)}`);
}
await build({ ...common, entryPoints: ['src/keep.ts'], outfile: 'dist/keep.js' });
const inputs = [...programs, ...libraries].flatMap(({ metafile }) => Object.keys(metafile.inputs));
writeFileSync('dist/licences.txt', licencesOf(inputs).join('\n---\n\n'));

/** The manual page is what the commands say of themselves, so the build asks them. */
const asked = await build({
  ...common,
  entryPoints: ['src/help/man-page.ts'],
  packages: 'external',
  metafile: false,
  write: false,
});
const manual = { exports: {} };
new Function('module', 'exports', 'require', asked.outputFiles[0].text)(
  manual,
  manual.exports,
  createRequire(import.meta.url),
);
const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
writeFileSync('dist/jobsearch.1', await manual.exports.manPage(version));
