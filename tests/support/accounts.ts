/** The people of the end-to-end tests, whom `scripts/e2e-server.mjs` makes. */
export const accounts = {
  admin: { email: "admin@example.com", name: "Ada Admin", role: "ADMIN" },
  analyst: { email: "analyst@example.com", name: "Anna Analyst", role: "ANALYST" },
  viewer: { email: "viewer@example.com", name: "Victor Viewer", role: "VIEWER" },
} as const;

export const password = "correct horse battery staple";

/** What the administrator types to sign in. */
export const administrator = { email: accounts.admin.email, password };
