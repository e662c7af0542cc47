import type { AppContext, Services } from '../http/app-env.js';
import { problemBody, type ProblemError } from '../http/problems.js';
import { pagePath } from '../http/address.js';
import { html } from '../markup.js';
import { sendErrorPage } from './layout.js';
import { pageText } from './texts.js';

/** A problem as a page: what is wrong, what to do, and the way on. */
export function errorPage(c: AppContext, services: Services, error: ProblemError): Response {
  const { lang } = c.var;
  const { status, title, detail, errors = [], requestId } = problemBody(error, lang, c.var.requestId);
  for (const [name, value] of Object.entries(error.headers)) c.header(name, value);
  return sendErrorPage(c, services, status, {
    title: `${title} · ${services.source}`,
    main: html`<h1>${title}</h1>
      ${status < 500 && error.kind === 'invalid-parameters' ? '' : html`<p>${detail}</p> `}${
        errors.length > 0 &&
        html`<ul>
          ${errors.map(({ path, message }) => html`<li><bdi>${path}</bdi>: ${message}</li>`)}
        </ul> `
      }
      <p><a href="${pagePath(lang)}">${pageText('home', lang)}</a></p>`,
    footer: requestId !== undefined && html`<p>${pageText('requestId', lang, { id: requestId })}</p> `,
  });
}
