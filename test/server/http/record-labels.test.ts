import { describe, expect, it } from 'vitest';
import { recordLabels } from '../../../src/server/http/record-labels.js';

describe('labels of the codes inside records', () => {
  const record = {
    kind: 'achievement',
    achievementClass: 'applied-technology',
    transferModes: ['licence', 'barter'],
    region: '330110',
    owner: { name: { 'zh-CN': '示例大学' }, region: '330000' },
    fields: [
      { scheme: 'hightech-8', code: 'new-energy' },
      { scheme: 'text', code: '光伏' },
    ],
    readiness: [{ scheme: 'iso-16290-2013', level: 6 }],
    ip: [{ kind: 'invention', legalStatus: 'granted' }],
  };

  it('are given for every field that holds codes, in the language asked for', () => {
    expect(recordLabels('achievement', [record], 'zh-CN')).toEqual({
      'achievement-class.applied-technology': '应用技术成果',
      'transfer-mode.licence': '许可',
      'region.330110': '余杭区',
      'region.330000': '浙江省',
      'hightech-8.new-energy': '新能源与节能',
      'iso-16290-2013.6': '相关环境下模型演示',
      'ip-kind.invention': '发明专利',
      'ip-legal-status.granted': '已授权',
    });
    expect(recordLabels('achievement', [record], 'en')).toMatchObject({ 'transfer-mode.licence': 'Licence' });
  });

  it('leave out what no list knows, whatever its name', () => {
    const strange = { form: '__proto__', level: 'constructor', fields: [{ scheme: 'toString', code: 'x' }], x: null };
    expect(recordLabels('achievement', [strange], 'zh-CN')).toEqual({});
  });

  it('read the level of an incubator as that of a carrier', () => {
    const record = { level: 'national', services: [] };
    expect(recordLabels('incubator', [record], 'zh-CN')).toEqual({ 'carrier-level.national': expect.any(String) });
    expect(recordLabels('achievement', [record], 'zh-CN')).toEqual({});
  });
});
