/** Where the store tells what an operator should know; a pino logger fits. */
export interface StoreLogger {
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
}
