import { describe, expect, it } from 'vitest';
import { safeFileName } from '../../../src/server/submissions/file-name.js';
import { detectFileType, FILE_TYPES, refusalOfStart } from '../../../src/server/submissions/file-type.js';
import { zipOf as zip } from '../../support/zip.js';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const latin = (text: string): Uint8Array => Buffer.from(text, 'latin1');
const compound = (stream: string): Uint8Array =>
  Buffer.concat([latin('\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1'), Buffer.alloc(504), Buffer.from(stream, 'utf16le')]);
const office = (part: string, ...more: string[]): Uint8Array =>
  zip(Object.fromEntries(['[Content_Types].xml', part, ...more].map((name) => [name, '<x/>'])));

describe('what a file is', () => {
  it.each<[string, Uint8Array]>([
    ['application/pdf', latin('%PDF-1.7\n%âãÏÓ')],
    ['image/png', latin('\x89PNG\r\n\x1A\n0000')],
    ['image/jpeg', latin('\xFF\xD8\xFF\xE0')],
    ['image/gif', latin('GIF89a')],
    ['image/webp', latin('RIFF\x10\0\0\0WEBPVP8 ')],
    [DOCX, office('word/document.xml')],
    ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', office('xl/workbook.xml')],
    ['application/vnd.openxmlformats-officedocument.presentationml.presentation', office('ppt/presentation.xml')],
    ['application/msword', compound('WordDocument')],
    ['application/vnd.ms-excel', compound('Workbook')],
    ['application/vnd.ms-powerpoint', compound('PowerPoint Document')],
    ['text/plain', Buffer.from('轴承参数\t3\r\n')],
    ['text/plain', Buffer.from('\uFEFF轴承')],
    ['text/plain', Uint8Array.from([0xd6, 0xe1, 0xb3, 0xd0])],
    ['text/plain', Buffer.from('压力 < 3 MPa')],
  ])('is told by its content: %s', (mediaType, bytes) => {
    expect(detectFileType(bytes)).toEqual({ mediaType });
    expect(FILE_TYPES.has(mediaType)).toBe(true);
    expect(refusalOfStart(bytes)).toBeUndefined();
  });

  it.each<[string, string, Uint8Array]>([
    ['empty', 'nothing', new Uint8Array()],
    ['program', 'a Windows program', latin('MZ\x90\0\x03')],
    ['program', 'a Linux program', latin('\x7FELF\x02')],
    ['program', 'a script', Buffer.from('#!/bin/sh\nrm -rf /')],
    ['markup', 'a page', Buffer.from('<!DOCTYPE html><script>alert(1)</script>')],
    ['markup', 'a page after white space', Buffer.from('\uFEFF \n\n<html>')],
    ['markup', 'an SVG picture', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
    ['markup', 'XML', Buffer.from('<?xml version="1.0"?><svg/>')],
    ['macro', 'a document with macros', office('word/document.xml', 'word/vbaProject.bin')],
    ['macro', 'an older document with macros', compound('WordDocument_VBA_PROJECT')],
    ['encrypted', 'a document with a password', compound('EncryptedPackage')],
    ['unknown', 'an archive', zip({ 'a.txt': 'a' })],
    ['unknown', 'a damaged archive', latin('PK\x03\x04 and no more')],
    ['unknown', 'an installer', compound('!_StringPool')],
    ['unknown', 'bytes', Uint8Array.from([1, 2, 3, 0, 255])],
  ])('is refused: %s, %s', (refused, _what, bytes) => {
    expect(detectFileType(bytes)).toEqual({ refused });
  });
});

describe('the name of a file', () => {
  it.each([
    ['需求说明.docx', DOCX, '需求说明.docx'],
    ['C:\\fakepath\\方案.PDF', 'application/pdf', '方案.PDF'],
    ['../../etc/passwd', 'text/plain', 'passwd.txt'],
    ['photo\u202Egnp.exe', 'image/png', 'photognp.exe.png'],
    ['a\0b\r\nc.pdf', 'application/pdf', 'abc.pdf'],
    ['<b>"x"|?*.pdf', 'application/pdf', '_b__x____.pdf'],
    ['', 'image/png', '附件.png'],
    ['.htaccess', 'text/plain', 'htaccess.txt'],
    ['数据.csv', 'text/plain', '数据.csv'],
    ['CON', 'application/pdf', 'CON.pdf'],
  ])('%j of %s becomes %j', (name, mediaType, safe) => {
    expect(safeFileName(name, mediaType)).toBe(safe);
  });

  it('stays short enough for any disk, and whole characters', () => {
    const safe = safeFileName(`${'𠮷'.repeat(300)}.pdf`, 'application/pdf');
    expect(Buffer.byteLength(safe)).toBeLessThanOrEqual(255);
    expect(safe).toMatch(/^𠮷+\.pdf$/u);
  });
});
