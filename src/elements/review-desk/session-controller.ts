import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { DeskMe } from '../../domain/index.js';
import { type Client, type DeskResource, HttpError } from '../../sdk/index.js';
import { RequestController } from '../../ui/request-controller.js';
import { forgetToken, keepToken, keptToken } from './kept-token.js';

/** Why the desk asks for a token (again), where it does not do so for the first time. */
export type SignInProblem = 'missing' | 'wrong' | 'scope' | 'expired' | 'failed';

export interface SessionOptions {
  client(): Client | undefined;
  /** The token that the page gives, which has a login of its own. */
  token(): string | undefined;
  /** Whether a token that was typed survives a reload of the tab. */
  remembers(): boolean;
  onSignedIn(me: DeskMe): void;
  onSignedOut(): void;
}

/**
 * Who is at the desk. A token that was typed is kept in memory alone, unless the page's author lets the tab keep it, and
 * goes to no other platform than the one it was typed for.
 */
export class SessionController implements ReactiveController {
  /** Why there is nobody; `undefined` before the first try. */
  problem?: SignInProblem;

  readonly #host: ReactiveControllerHost;
  readonly #options: SessionOptions;
  readonly #request: RequestController<DeskMe>;
  #client?: Client;
  #given?: string;
  #desk?: DeskResource;
  #typedToken?: string;

  constructor(host: ReactiveControllerHost, options: SessionOptions) {
    this.#host = host;
    this.#options = options;
    this.#request = new RequestController<DeskMe>(host, {
      isEmpty: () => false,
      onAnswer: (me) => {
        this.#onAnswer(me);
      },
      onFailure: (error) => {
        this.#onFailure(error);
      },
    });
    host.addController(this);
  }

  /** The one who is signed in. */
  get me(): DeskMe | undefined {
    return this.#request.state === 'ready' ? this.#request.value : undefined;
  }

  /** The platform's desk, for the one who is signed in. */
  get desk(): DeskResource | undefined {
    return this.me && this.#desk;
  }

  get isChecking(): boolean {
    return this.#request.isPending;
  }

  /** What came in the way, where the problem is `failed`. */
  get error(): unknown {
    return this.#request.error;
  }

  may(scope: string): boolean {
    return this.me?.scopes.includes(scope) ?? false;
  }

  hostUpdate(): void {
    const client = this.#options.client();
    const given = this.#options.token();
    if (client === this.#client && given === this.#given) return;
    const isOther = client !== this.#client;
    this.#client = client;
    this.#given = given;
    if (!isOther && given === undefined) return;
    this.#leave();
    this.problem = undefined;
    const token = given ?? (client && this.#options.remembers() ? keptToken(client) : undefined);
    if (client && token !== undefined) this.#check(client, token);
  }

  /** Tries a token that somebody typed. */
  signIn(typed: string): void {
    const token = typed.trim();
    const client = this.#client;
    if (!client) return;
    if (token === '') this.#refuse('missing');
    // What cannot stand in a header is no token
    else if (!/^[\x21-\x7e]+$/.test(token)) this.#refuse('wrong');
    else {
      this.#typedToken = token;
      this.#check(client, token);
    }
  }

  /** Tries the same token again, after a failure that was not its fault. */
  retry(): void {
    this.#request.retry();
  }

  /** Leaves the desk; nothing stays behind. */
  signOut(): void {
    this.problem = undefined;
    this.#forget();
    this.#options.onSignedOut();
  }

  /** Asks for a token again when `error` says that the one in use is no longer valid. Tells whether it does. */
  expires(error: unknown): boolean {
    if (!HttpError.isInstance(error) || error.status !== 401) return false;
    this.#forget();
    this.#refuse('expired');
    return true;
  }

  #check(client: Client, token: string): void {
    const desk = client.desk(token);
    this.#desk = desk;
    this.#request.run(async (signal) => desk.me({ signal }));
  }

  #onAnswer(me: DeskMe): void {
    if (!me.scopes.includes('desk')) {
      this.#forget();
      this.#refuse('scope');
      return;
    }
    this.problem = undefined;
    if (this.#client && this.#typedToken !== undefined && this.#options.remembers())
      keepToken(this.#client, this.#typedToken);
    this.#typedToken = undefined;
    this.#options.onSignedIn(me);
  }

  #onFailure(error: unknown): void {
    const isRefused = HttpError.isInstance(error) && (error.status === 401 || error.status === 403);
    if (isRefused) this.#forget();
    this.#refuse(isRefused ? 'wrong' : 'failed');
  }

  #refuse(problem: SignInProblem): void {
    this.problem = problem;
    this.#host.requestUpdate();
  }

  #forget(): void {
    if (this.#client && this.#options.remembers()) forgetToken(this.#client);
    this.#leave();
  }

  #leave(): void {
    this.#desk = undefined;
    this.#typedToken = undefined;
    this.#request.reset();
  }
}
