/** What we use of Turbo. */
export const navigator: { stop(): void };
export const session: { refresh(url: string): void };
