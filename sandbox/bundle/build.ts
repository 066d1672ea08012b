import { type BuildOptions, type BuildResult, build as esbuild, stop } from 'esbuild';

/** The bundler's process ended under this source, twice. */
export class BundlerCrashed extends Error {}

/**
 * esbuild's `build`, which survives the death of esbuild's own process: sources can overflow its stack, and
 * without a reset every later build of this program would fail too. Tried once more, since another build may
 * have been the cause.
 */
export async function build<Options extends BuildOptions>(options: Options): Promise<BuildResult<Options>> {
  for (const last of [false, true]) {
    try {
      return await esbuild<Options>(options as Parameters<typeof esbuild<Options>>[0]);
    } catch (error) {
      if (!(error instanceof Error) || !/^The service (was stopped|is no longer running)/.test(error.message))
        throw error;
      await stop();
      if (last) throw new BundlerCrashed(error.message, { cause: error });
    }
  }
  throw new BundlerCrashed();
}
