import type { GeneratedFile } from '../generated-file.ts';

/** `deploy/Dockerfile`: two stages, no build tools and no root in what runs. */
export function emitDockerfile(): GeneratedFile {
  return { path: 'deploy/Dockerfile', content: dockerfile };
}

const dockerfile = `# Build from the connector's folder: docker build -f deploy/Dockerfile -t NAME:TAG .
FROM node:24-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json* ./
RUN if [ -f package-lock.json ]; then npm ci --omit=dev --ignore-scripts; else npm install --omit=dev --ignore-scripts; fi

FROM node:24-slim
ENV NODE_ENV=production STATE_DIR=/state
WORKDIR /app
COPY --from=dependencies /app/node_modules ./node_modules
# The mapping travels with the code that was made from it: one tag is both.
COPY package.json mapping.yaml otel.mjs ./
COPY src ./src
RUN mkdir /state && chown node:node /state
# By number, so that Kubernetes can see that it is not root.
USER 1000:1000
VOLUME /state
ENTRYPOINT ["node", "--import", "./otel.mjs", "src/main.ts"]
`;
