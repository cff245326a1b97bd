/** Waiting for a workbench that takes its time: poll, and fail with the last reason. */

/** How long is waited for one thing. Polling costs nothing once it came true, so a slow and busy machine gets its time. */
export const PATIENCE_MS = 60_000;
const POLL_MS = 100;

/** Calls `attempt` until it returns without throwing, and returns what it returned. */
export async function eventually<T>(attempt: () => Promise<T>, patience = PATIENCE_MS): Promise<T> {
  const until = Date.now() + patience;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (Date.now() > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
  }
}

/** A text as a regular expression that matches just it. */
export function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
