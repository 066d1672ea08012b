import type { Plan } from '../plan/plan.ts';
import type { GeneratedFile } from './generated-file.ts';
import { emitOtelFile } from './otel-file.ts';

/** Versions that are known to work together; the ones this generator is tested with. */
const versions = {
  node: '^24.21.0',
  nodeTypes: '^24.10.0',
  // The SDK refuses 1.10.
  opentelemetry: '~1.9.1',
  opentelemetryExporter: '^0.223.0',
  opentelemetrySdk: '^2.12.1',
  pino: '^10.4.0',
  typescript: '^7.0.2',
  vitest: '^5.1.1',
  zod: '^4.6.7',
} as const;

/** `package.json`, `tsconfig.json`, `.gitignore`, the image. */
export function emitPackageFiles(plan: Plan): GeneratedFile[] {
  return [
    { path: 'package.json', content: `${JSON.stringify(packageJson(plan), null, 2)}\n` },
    { path: 'tsconfig.json', content: `${JSON.stringify(tsconfig, null, 2)}\n` },
    { path: '.gitignore', content: 'node_modules/\n.state/\n.env\n' },
    { path: '.dockerignore', content: 'node_modules/\n.state/\n.env\ntest/\n' },
    emitOtelFile(plan),
  ];
}

function packageJson({ name, source, target }: Plan): object {
  return {
    name,
    version: '0.1.0',
    private: true,
    description: `Carries ${source.brand} ${source.many} over to ${target.brand}.`,
    type: 'module',
    engines: { node: '>=24' },
    scripts: {
      sync: 'node --env-file-if-exists=.env --import ./otel.mjs src/main.ts',
      replay: 'node --env-file-if-exists=.env --import ./otel.mjs src/replay.ts',
      test: 'vitest run',
      health: 'node src/health.ts',
      typecheck: 'tsc --noEmit',
    },
    dependencies: {
      '@opentelemetry/api': versions.opentelemetry,
      '@opentelemetry/exporter-metrics-otlp-http': versions.opentelemetryExporter,
      '@opentelemetry/exporter-trace-otlp-http': versions.opentelemetryExporter,
      '@opentelemetry/resources': versions.opentelemetrySdk,
      '@opentelemetry/sdk-metrics': versions.opentelemetrySdk,
      '@opentelemetry/sdk-trace-node': versions.opentelemetrySdk,
      pino: versions.pino,
      zod: versions.zod,
    },
    devDependencies: {
      '@types/node': versions.nodeTypes,
      // Brings Node 24 to a machine with an older one: scripts find it first. The image leaves it out.
      node: versions.node,
      typescript: versions.typescript,
      vitest: versions.vitest,
    },
    // npm runs install scripts of listed packages only; `node` fetches its binary in one.
    allowScripts: { node: true },
  };
}

const tsconfig = {
  compilerOptions: {
    target: 'es2024',
    lib: ['es2024'],
    module: 'nodenext',
    types: ['node'],
    noEmit: true,
    erasableSyntaxOnly: true,
    verbatimModuleSyntax: true,
    isolatedModules: true,
    allowImportingTsExtensions: true,
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    noPropertyAccessFromIndexSignature: true,
    noImplicitOverride: true,
    noImplicitReturns: true,
    noFallthroughCasesInSwitch: true,
    noUnusedLocals: true,
    noUnusedParameters: true,
    skipLibCheck: true,
  },
  include: ['src', 'test'],
};
