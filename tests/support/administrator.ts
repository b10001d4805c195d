/** The first administrator of the server that the browser tests run against. */
export const administrator = {
  email: "admin@example.com",
  password: "an administrator of the tests",
};
