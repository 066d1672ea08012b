import { systemClock } from './clock.ts';
import { connectorName, readConfig } from './config.ts';
import { connect } from './connection.ts';
import { openTelemetry } from './otel.ts';
import { pinoLog } from './pino-log.ts';

/** What every command needs: configuration, both systems, log and telemetry. Throws `ConfigError`. */
export function setUp() {
  const config = readConfig(process.env);
  const { logLevel: level, secrets } = config;
  const log = pinoLog({ name: connectorName, level, secrets });
  const telemetry = openTelemetry(connectorName);
  const tools = { clock: systemClock, log, telemetry };
  return { config, connection: connect(config, tools), tools };
}
