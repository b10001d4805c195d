import { setTimeout as sleep } from "node:timers/promises";
import { servingLock, standalone } from "./build.mjs";
import { atEnd, Stop } from "./main.mjs";
import { claim, release } from "./owner.mjs";
import { startServer } from "./run.mjs";

/** The status of /api/ready, or null while nobody listens. */
async function readiness(port, host) {
  const name = ["::", "0.0.0.0"].includes(host) ? "localhost" : host;
  try {
    const response = await fetch(`http://${name}:${port}/api/ready`);
    return response.status;
  } catch {
    return null;
  }
}

/** Waits for 200. A server that cannot work, its environment being bad, answers 500 and never recovers. */
async function untilReady({ port, host }, ended) {
  const over = ended.then(() => "ended");
  for (let waited = 0; ; waited += 50) {
    const status = await readiness(port, host);
    if (status === 200) return;
    if (status === 500) throw new Stop("The server cannot work; its reason is above");
    if (waited > 60_000) throw new Stop("The server started but /api/ready does not answer 200");
    if ((await Promise.race([over, sleep(50)])) === "ended") {
      throw new Stop("The server did not start; its reason is above");
    }
  }
}

/** Starts the built server and waits until it answers. `ended` tells its exit code. */
export async function serve({ port, host }, { url }) {
  claim(servingLock);
  atEnd(() => release(servingLock));
  const { ended } = startServer(`${standalone}/server.js`, [], {
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
    DATABASE_URL: url,
    PORT: String(port),
    HOSTNAME: host,
  });
  await untilReady({ port, host }, ended);
  return { ended };
}

export function announce(administrator) {
  console.log(`\nKakehashi is at ${process.env.NEXTAUTH_URL}`);
  if (!administrator) return;
  const { email, generatedPassword } = administrator;
  console.log(
    generatedPassword
      ? `Sign in as ${email} with the password ${generatedPassword} (shown only now; change it at the first sign-in)`
      : `Sign in as ${email} with the password of ADMIN_PASSWORD`,
  );
}
