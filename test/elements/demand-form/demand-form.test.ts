import { afterEach, describe, expect, it, vi } from 'vitest';
import { page as screen, userEvent } from 'vitest/browser';
import '../../../src/elements/demand-form/define.js';
import type { YnDemandForm } from '../../../src/elements/demand-form/index.js';
import { NetworkError } from '../../../src/sdk/index.js';
import { createFakeClient, type FakeClient, pageOf } from '../../support/fake-client.js';
import { formReady, send } from '../../support/forms.js';
import { fixture, html, until } from '../../support/testing.js';

const filled = {
  title: { 'zh-CN': '电机用耐高温绝缘漆' },
  problem: { 'zh-CN': '现有绝缘漆在 200 ℃ 以上开裂。' },
  organisation: '示例电机有限公司',
  person: '王工',
  phone: '0571-88000000',
  consents: { contact: 'on' },
};

async function show(
  properties: Partial<YnDemandForm> = {},
  client: FakeClient = createFakeClient(),
  lang = 'zh-CN',
): Promise<{ form: YnDemandForm; client: FakeClient }> {
  const form = document.createElement('yn-demand-form');
  Object.assign(form, { client, draftsOff: true }, properties);
  await fixture(html`<main lang=${lang}>${form}</main>`);
  await formReady(form);
  return { form, client };
}

const field = (name: string): ReturnType<typeof screen.getByRole> => screen.getByRole('textbox', { name });
const part = (form: Element, name: string): HTMLElement | null =>
  form.shadowRoot?.querySelector<HTMLElement>(`[part~=${name}]`) ?? null;
const control = (form: Element, id: string): HTMLInputElement =>
  form.shadowRoot!.getElementById(id) as HTMLInputElement;

/** Resolves once `check` holds; what is not there yet does not. */
const eventually = async (check: () => unknown): Promise<void> => until(() => Boolean(check()));

afterEach(() => {
  vi.restoreAllMocks();
});

describe('<yn-demand-form>', () => {
  it('sends what was typed, and shows a receipt that has the focus', async () => {
    const { form, client } = await show();
    const submitted = vi.fn();
    form.addEventListener('yn-submitted', submitted);
    await field('需求名称').fill('电机用耐高温绝缘漆');
    await field('要解决的难题').fill('现有绝缘漆在 200 ℃ 以上开裂。');
    await screen.getByRole('combobox', { name: '需求类型' }).selectOptions('技术攻关');
    await field('单位名称').fill('示例电机有限公司');
    await field('联系人').fill('王工');
    await field('电话').fill('0571-88000000');
    await screen.getByRole('checkbox', { name: /我同意示例平台/ }).click();
    await screen.getByRole('button', { name: '提交需求' }).click();
    await eventually(() => part(form, 'receipt') !== null);
    expect(client.demands.submit.calls).toHaveLength(1);
    expect(client.demands.submit.calls[0]?.query).toMatchObject({
      draft: { title: { 'zh-CN': '电机用耐高温绝缘漆' }, demandType: 'breakthrough' },
      submitter: { person: '王工', phone: '0571-88000000' },
    });
    expect(submitted).toHaveBeenCalledOnce();
    await eventually(() => form.shadowRoot?.activeElement?.id === 'receipt-title');
    expect(part(form, 'reference')?.textContent).toBe('D26-7K4Q-X9MT');
    part(form, 'again-button')?.click();
    await eventually(() => part(form, 'form') !== null);
    expect(form.value).toEqual({});
  });

  it('sends nothing while something is wrong: lists it with links, and leads to the first field', async () => {
    const { form, client } = await show();
    send(form);
    await eventually(() => part(form, 'summary') !== null);
    expect(client.demands.submit.calls).toHaveLength(0);
    expect(form.shadowRoot?.activeElement?.id).toBe('title.zh-CN');
    const links = [...part(form, 'summary')!.querySelectorAll('a')];
    expect(links.map(({ textContent }) => textContent)).toContain('请填写“联系人”。');
    links.find(({ textContent }) => textContent === '请填写“联系人”。')?.click();
    await eventually(() => form.shadowRoot?.activeElement?.id === 'person');
    expect(control(form, 'person').getAttribute('aria-invalid')).toBe('true');
    expect(control(form, 'person').getAttribute('aria-describedby')).toBe('person-fault');
    await userEvent.type(field('联系人'), '王');
    await eventually(() => control(form, 'person').getAttribute('aria-invalid') === 'false');
  });

  it('says what is wrong with a field when it is left, not while it is typed in, and not when it was only passed', async () => {
    const { form } = await show();
    await field('联系人').click();
    await userEvent.tab();
    expect(control(form, 'person').getAttribute('aria-invalid')).toBe('false');
    await field('电子邮箱').fill('wang@');
    expect(control(form, 'email').getAttribute('aria-invalid')).toBe('false');
    await userEvent.tab();
    await eventually(() => form.shadowRoot?.textContent?.includes('请填写完整的邮箱地址'));
    await field('电子邮箱').fill('wang@example.com');
    await eventually(() => !form.shadowRoot?.textContent?.includes('请填写完整的邮箱地址'));
  });

  it('brings what the platform finds wrong to its field', async () => {
    const { HttpError } = await import('../../../src/sdk/index.js');
    const { form, client } = await show({ value: filled });
    client.demands.submit.answer(() => {
      throw new HttpError({
        status: 422,
        problem: {
          type: 'about:blank',
          title: '',
          status: 422,
          errors: [
            { path: 'submitter.phone', code: 'invalid', message: '号码不存在。' },
            { path: 'draft.ofTomorrow', code: 'invalid', message: '不认识此字段。' },
          ],
        },
      });
    });
    send(form);
    await eventually(() => part(form, 'summary') !== null);
    expect(control(form, 'phone').getAttribute('aria-invalid')).toBe('true');
    expect(part(form, 'summary')?.textContent).toContain('不认识此字段。');
    await eventually(() => form.shadowRoot?.activeElement?.id === 'phone');
  });

  it('can be kept from sending by the page', async () => {
    const { form, client } = await show({ value: filled });
    form.addEventListener('yn-submit', (event) => {
      expect(event.detail.body).toMatchObject({ submitter: { person: '王工' } });
      event.preventDefault();
    });
    send(form);
    await form.updateComplete;
    expect(client.demands.submit.calls).toHaveLength(0);
  });

  it('keeps what waits for the network, and sends it once', async () => {
    const { form, client } = await show({ value: filled });
    const answer = client.demands.submit.defer();
    send(form);
    send(form);
    answer.reject(new NetworkError({ offline: false }));
    await eventually(() => part(form, 'waiting') !== null);
    part(form, 'retry-button')?.click();
    await eventually(() => part(form, 'receipt') !== null);
    const keys = client.demands.submit.calls.map(({ options }) => options.idempotencyKey);
    expect(keys).toHaveLength(2);
    expect(new Set(keys).size).toBe(1);
  });

  it('has a draft again after a reload, and forgets it when told to', async () => {
    const formId = `draft-${Math.random()}`;
    const { form } = await show({ draftsOff: false, formId });
    await field('需求名称').fill('电机用耐高温绝缘漆');
    await eventually(() => part(form, 'saved')?.textContent?.includes('已自动保存'));
    form.remove();
    const { form: again } = await show({ draftsOff: false, formId });
    await eventually(() => part(again, 'restored') !== null);
    expect(control(again, 'title.zh-CN').value).toBe('电机用耐高温绝缘漆');
    part(again, 'start-over-button')?.click();
    await eventually(() => control(again, 'title.zh-CN').value === '');
    again.remove();
    const { form: third } = await show({ draftsOff: false, formId });
    expect(control(third, 'title.zh-CN').value).toBe('');
    expect(part(third, 'restored')).toBeNull();
  });

  it('asks and judges nothing while an input method composes', async () => {
    const { form, client } = await show();
    await userEvent.fill(field('需求名称'), '绝');
    const title = control(form, 'title.zh-CN');
    title.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true, composed: true }));
    title.value = '绝yuan';
    title.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, isComposing: true }));
    title.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Enter', keyCode: 229, isComposing: true, bubbles: true, composed: true }),
    );
    title.dispatchEvent(new FocusEvent('focusout', { bubbles: true, composed: true }));
    await form.updateComplete;
    expect(form.value['title']).toEqual({ 'zh-CN': '绝yuan' }); // kept all the same
    expect(form.shadowRoot?.querySelector('[part~=fault]')).toBeNull();
    expect(title.value).toBe('绝yuan');
    title.value = '绝缘';
    title.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true, composed: true }));
    await form.updateComplete;
    expect(form.value['title']).toEqual({ 'zh-CN': '绝缘' });
    expect(client.demands.submit.calls).toHaveLength(0);
  });

  it('leads to the next field by Enter, instead of sending half a form', async () => {
    const { form, client } = await show({ value: filled });
    control(form, 'organisation').focus();
    await userEvent.keyboard('{Enter}');
    expect(form.shadowRoot?.activeElement?.id).toBe('creditCode');
    expect(client.demands.submit.calls).toHaveLength(0);
  });

  it('adds and removes figures, and keeps the others', async () => {
    const { form } = await show();
    await field('指标名称').fill('耐温');
    part(form, 'add-button')?.click();
    await eventually(() => form.shadowRoot?.activeElement?.id === 'indicators.1.name');
    await userEvent.keyboard('耐压');
    form.shadowRoot?.querySelectorAll<HTMLElement>('[part=remove-button]')[0]?.click();
    await eventually(() => control(form, 'indicators.0.name').value === '耐压');
    expect(form.value['indicators']).toEqual([{ name: '耐压' }]);
  });

  it('shows published demands like the one that is written', async () => {
    const { form, client } = await show();
    client.demands.list.answer(() =>
      pageOf([
        { id: 'a', kind: 'demand', title: { 'zh-CN': '电机耐高温绝缘漆' } },
        { id: 'b', kind: 'demand', title: { 'zh-CN': '污水除臭' } },
      ] as never),
    );
    await field('需求名称').fill('电机用耐高温绝缘漆');
    await eventually(() => part(form, 'similar') !== null);
    expect(part(form, 'similar')?.textContent).toContain('电机耐高温绝缘漆');
    expect(part(form, 'similar')?.textContent).not.toContain('污水除臭');
  });

  it('says what would help its readers, and never stands in the way', async () => {
    const { form } = await show();
    await field('需求名称').fill('绝缘漆');
    await eventually(() => part(form, 'quality') !== null);
    expect(part(form, 'quality')?.textContent).toContain('写一个关键数字');
    await field('要解决的难题').fill('开裂温度只有 200 ℃。');
    await eventually(() => !part(form, 'quality')?.textContent?.includes('写一个关键数字'));
  });

  it('shows what the public will see, and nobody’s phone number', async () => {
    const { form } = await show({ value: { ...filled, budget: { max: '５０万' } } });
    part(form, 'preview-button')?.click();
    await eventually(() => part(form, 'preview')?.matches('[open]'));
    expect(part(form, 'preview')?.textContent).toContain('50 万元');
    expect(part(form, 'preview')?.textContent).toContain('示例电机有限公司');
    expect(part(form, 'preview')?.textContent).not.toContain('0571');
    expect(part(form, 'preview')?.textContent).not.toContain('王工');
  });

  it('leaves out, requires and words fields as its author wants', async () => {
    const { form } = await show({
      hide: 'creditCode deadline',
      require: 'demandType',
      messages: { 'demand.title': '难题名称' },
      value: { ...filled, deadline: '2027-06-30' },
    });
    expect(control(form, 'creditCode')).toBeNull();
    await expect.element(field('难题名称')).toBeVisible();
    send(form);
    await eventually(() => part(form, 'summary')?.textContent?.includes('请选择“需求类型”。'));
  });

  it('gives both languages of a text in the full variant, and marks the one that is filled', async () => {
    const { form, client } = await show({ value: filled, variant: 'full' });
    await eventually(() => part(form, 'language-tab') !== null);
    const [, english] = form.shadowRoot!.querySelectorAll<HTMLElement>('[part=language-tab]');
    english?.click();
    await eventually(() => control(form, 'title.en') !== null);
    await field('需求名称').fill('Insulating varnish');
    const [chinese] = form.shadowRoot!.querySelectorAll<HTMLElement>('[part=language-tab]');
    expect(chinese?.textContent).toContain('已填写');
    send(form);
    await eventually(() => part(form, 'receipt') !== null);
    expect(client.demands.submit.calls[0]?.query.draft.title).toEqual({
      'zh-CN': '电机用耐高温绝缘漆',
      en: 'Insulating varnish',
    });
  });

  it('takes words where the choices cannot be had', async () => {
    const client = createFakeClient();
    client.codeLists.list.answer(() => {
      throw new NetworkError({ offline: false });
    });
    const { form } = await show({ value: filled }, client);
    await field('技术领域').fill('特种涂料');
    send(form);
    await eventually(() => part(form, 'receipt') !== null);
    expect(client.demands.submit.calls[0]?.query.draft.fields).toEqual([{ scheme: 'text', code: '特种涂料' }]);
  });

  it('takes part in the form around it', async () => {
    const outer = document.createElement('form');
    outer.innerHTML = '<yn-demand-form name="demand"></yn-demand-form>';
    const form = outer.firstElementChild as YnDemandForm;
    Object.assign(form, { client: createFakeClient(), draftsOff: true, value: filled });
    await fixture(html`<main lang="zh-CN">${outer}</main>`);
    await formReady(form);
    await field('联系人').fill('李工');
    const sent = JSON.parse(new FormData(outer).get('demand') as string) as { submitter: { person: string } };
    expect(sent.submitter.person).toBe('李工');
    outer.reset();
    await eventually(() => control(form, 'person').value === '王工');
  });

  it('speaks English on an English page', async () => {
    const { form } = await show({}, createFakeClient(), 'en');
    await expect.element(screen.getByRole('button', { name: 'Send the demand' })).toBeVisible();
    send(form);
    await eventually(() => part(form, 'summary')?.textContent?.includes('Fill in “Contact person”.'));
  });
});
