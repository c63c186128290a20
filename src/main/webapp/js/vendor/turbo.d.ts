/** What we use of Turbo. */
export const session: { refresh(url: string): void };
