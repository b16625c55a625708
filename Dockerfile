# syntax=docker/dockerfile:1
# The service as it runs in production: Node 24, no build tools, no shell script, nothing it may write to.
#   docker build -t can-i-post .
#   docker run --read-only --tmpfs /tmp --cap-drop ALL --security-opt no-new-privileges -p 3978:3978 --env-file <file> can-i-post
# docs/deploy.md says which settings the file needs. Pin the image by digest where your registry's rules ask for it.
ARG NODE_IMAGE=node:24-slim

FROM ${NODE_IMAGE} AS tab
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY src ./src
RUN node src/tab/build/main.ts

FROM ${NODE_IMAGE} AS packages
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund

FROM ${NODE_IMAGE}
ENV NODE_ENV=production \
    RUN_MODE=deployed \
    PORT=3978 \
    HEALTH_PORT=9090 \
    DATA_DIR=/tmp/can-i-post
WORKDIR /app
COPY --from=packages /app/node_modules ./node_modules
COPY --from=tab /app/dist ./dist
COPY package.json LICENSE ./
COPY src ./src
COPY cards ./cards
COPY models ./models
COPY policy ./policy
# Everything above belongs to root; this user can read it and change none of it.
USER node
EXPOSE 3978
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.HEALTH_PORT + '/healthz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "src/index.ts"]
