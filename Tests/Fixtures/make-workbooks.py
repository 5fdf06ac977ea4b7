#!/usr/bin/env python3
"""Writes the workbooks among the fixtures, byte for byte the same at each run.

Every party in them is invented. Run it in this folder; only Python's own library is needed.
"""
import zipfile
from xml.sax.saxutils import escape

NS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


class Date(float):
    """A day number in a date format."""


class Rich(str):
    """A text in two runs, with a reading aid that is no part of it."""


def column(index):
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(65 + rest) + name
    return name


def workbook(path, sheets, claims=None):
    strings, numbers = [], {}

    def shared(text):
        if text not in numbers:
            numbers[text] = len(strings)
            strings.append(text)
        return numbers[text]

    parts = {}
    for n, (name, rows) in enumerate(sheets, 1):
        out = [HEAD, f'<worksheet {NS}>']
        if claims:
            out.append(f'<dimension ref="{claims}"/>')
        out.append('<sheetData>')
        for r, row in enumerate(rows, 1):
            if row is None:
                out.append(f'<row r="{r}" spans="1:255"/>')
                continue
            out.append(f'<row r="{r}">')
            for c, value in enumerate(row):
                ref = f'{column(c)}{r}'
                if value is None:
                    out.append(f'<c r="{ref}" s="0"/>')
                elif isinstance(value, Date):
                    out.append(f'<c r="{ref}" s="1"><v>{value:g}</v></c>')
                elif isinstance(value, bool):
                    out.append(f'<c r="{ref}" t="b"><v>{int(value)}</v></c>')
                elif isinstance(value, (int, float)):
                    out.append(f'<c r="{ref}"><v>{value}</v></c>')
                elif value.startswith("inline:"):
                    out.append(f'<c r="{ref}" t="inlineStr"><is><t>{escape(value[7:])}</t></is></c>')
                else:
                    out.append(f'<c r="{ref}" t="s"><v>{shared(value)}</v></c>')
            out.append('</row>')
        out.append('</sheetData></worksheet>')
        parts[f'xl/worksheets/sheet{n}.xml'] = ''.join(out)
    table = [HEAD, f'<sst {NS} count="{len(strings)}" uniqueCount="{len(strings)}">']
    for text in strings:
        if isinstance(text, Rich):
            half = len(text) // 2
            table.append(
                f'<si><r><t xml:space="preserve">{escape(text[:half])}</t></r>'
                f'<r><rPr><b/></rPr><t xml:space="preserve">{escape(text[half:])}</t></r>'
                '<rPh sb="0" eb="1"><t>ヨミ</t></rPh></si>')
        else:
            table.append(f'<si><t xml:space="preserve">{escape(text)}</t></si>')
    table.append('</sst>')
    listed = ''.join(
        f'<sheet name="{escape(name)}" sheetId="{n}" r:id="rId{n}"/>'
        for n, (name, _) in enumerate(sheets, 1))
    links = ''.join(
        f'<Relationship Id="rId{n}" Type="{REL}/worksheet" Target="worksheets/sheet{n}.xml"/>'
        for n in range(1, len(sheets) + 1))
    count = len(sheets)
    files = {
        '[Content_Types].xml': HEAD + '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        'xl/workbook.xml': f'{HEAD}<workbook {NS} xmlns:r="{REL}"><sheets>{listed}</sheets></workbook>',
        'xl/_rels/workbook.xml.rels': (
            f'{HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{links}'
            f'<Relationship Id="rId{count + 1}" Type="{REL}/styles" Target="styles.xml"/>'
            f'<Relationship Id="rId{count + 2}" Type="{REL}/sharedStrings" Target="sharedStrings.xml"/></Relationships>'),
        'xl/styles.xml': f'{HEAD}<styleSheet {NS}><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
        'xl/sharedStrings.xml': ''.join(table),
        **parts,
    }
    with zipfile.ZipFile(path, 'w', zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            info = zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, text)


workbook('FileFormats/cells.xlsx', [
    ('First', [
        ['text', 1, 2.5, True, Date(28214), 'inline:in <line>', Rich('rich text')],
        None,
        ['a_x000D_b', None, None, None, Date(28214.5), '  blanks  ', 'Üñí 漢字']]),
    ('Second', [['only']])], claims='A1:XFD1048576')

OFSI = ['Name 6', 'Name 1', 'Name 2', 'Name 3', 'Name 4', 'Name 5', 'Title', 'Name Non-Latin Script',
        'Non-Latin Script Type', 'Non-Latin Script Language', 'DOB', 'Town of Birth', 'Country of Birth',
        'Nationality', 'Passport Number', 'Passport Details', 'National Identification Number',
        'National Identification Details', 'Position', 'Address 1', 'Address 2', 'Address 3', 'Address 4',
        'Address 5', 'Address 6', 'Post/Zip Code', 'Country', 'Other Information', 'Group Type', 'Alias Type',
        'Alias Quality', 'Regime', 'Listed On', 'UK Sanctions List Date Designated', 'Last Updated', 'Group ID']
SHIP = {'Name 6': 'MV INVENTED SWAN', 'Other Information':
        '(UK Sanctions List Ref):INV0002. Pursuant to an invented paragraph. Asset of Sample Lines (UN Ref KPe.999) '
        '(IMO number):9999993 (Current owners):Sample Lines (Flag of ship):Atlantis (Previous flags):(1) Ruritania '
        '(2) Freedonia (Type of ship):Oil tanker (Tonnage of ship):1000 (Length of ship):80 (Year built):1975',
        'Group Type': 'Ship', 'Alias Type': 'Primary name', 'Regime': 'Atlantis', 'Listed On': '01/02/2020',
        'Last Updated': '03/04/2021', 'Group ID': '90003'}
PERSON = {'Name 6': 'EXAMPLEV', 'Name 1': 'Invented', 'Name 2': 'Petrovich', 'Title': '(1) Dr (2) Colonel',
          'Name Non-Latin Script': 'Выдуман ЭКЗАМПЛЕВ', 'Non-Latin Script Type': 'Cyrillic',
          'Non-Latin Script Language': 'Russian', 'DOB': '00/08/1977', 'Town of Birth': '(1) Northtown (2) Southtown',
          'Country of Birth': '(1) Atlantis. (2) Ruritania', 'Nationality': '(1) Atlantis. (2) Ruritania',
          'Passport Number': '(1) AT1234567 (2) 765432', 'Passport Details': '(1) Atlantis. Expired (2) Ruritania',
          'National Identification Number': '5550001', 'Position': 'Head of the Sample Works',
          'Address 1': '1 Invented Street', 'Address 6': 'Northtown', 'Post/Zip Code': 'N1 1AA', 'Country': 'Atlantis',
          'Other Information': '(UK Sanctions List Ref):INV0001. Financial sanctions imposed in addition to an asset '
          'freeze: Trust services. (UN Ref):XXi.001. (UK Statement of Reasons):Invented for a test (not real). '
          '(Gender):Male', 'Group Type': 'Individual', 'Alias Type': 'Primary name', 'Regime': 'Atlantis',
          'Listed On': '11/03/2022', 'UK Sanctions List Date Designated': '10/03/2022', 'Last Updated': '12/03/2023',
          'Group ID': '90001'}
ENTITY = {'Name 6': 'SAMPLE ROTOR WORKS JSC', 'Address 1': '2 Factory Road', 'Country': 'Ruritania',
          'Other Information': '(UK Sanctions List Ref):INV0003. (Phone number):(1) +99 1 234567 (2) +99 1 234568 '
          '(Website):https://rotor.example (Email address):info@rotor.example (Type of entity):Joint Stock Company '
          '(Subsidiaries):Rotor North Co. Rotor South Ltd. (Parent company):Ministry of Samples '
          '(Business Reg No):(1) OGRN – 1027700000001 (2) TIN: 7700000001', 'Group Type': 'Entity',
          'Alias Type': 'Primary name', 'Regime': 'Ruritania', 'Listed On': '05/05/2021', 'Last Updated': '05/05/2021',
          'Group ID': '90002'}
ofsi = [dict(PERSON), {**PERSON, 'DOB': '01/09/1978'},
        {**PERSON, 'Name 1': 'Invent', 'Alias Type': 'Primary name variation', 'Name Non-Latin Script': '',
         'Non-Latin Script Type': '', 'Non-Latin Script Language': ''},
        {**PERSON, 'Name 6': 'The Sample', 'Name 1': '', 'Name 2': '', 'Alias Type': 'AKA', 'Alias Quality': 'Low quality'},
        {**PERSON, 'Name 1': 'Inventor', 'Alias Type': 'AKA', 'Alias Quality': 'Good quality', 'Address 1': '3 Other Street'},
        dict(ENTITY), {**ENTITY, 'Name 6': 'ROTOR OLD NAME', 'Alias Type': 'FKA'}, dict(SHIP)]
rows = [['Last Updated', '10/04/2025'], OFSI] + [[r.get(c) or None for c in OFSI] for r in ofsi]
workbook('uk.ofsi/conlist-2022.xlsx', [('Data', rows)])
with open('uk.ofsi/conlist-2022.csv', 'w', newline='', encoding='utf-8') as file:
    import csv
    writer = csv.writer(file)
    writer.writerow(['Last Updated', '10/04/2025'] + [''] * (len(OFSI) - 2))
    writer.writerow(OFSI)
    writer.writerows([[r.get(c, '') for c in OFSI] for r in ofsi])
OLD = [c for c in OFSI if c not in ('Name Non-Latin Script', 'Non-Latin Script Type', 'Non-Latin Script Language',
                                    'Passport Number', 'National Identification Number',
                                    'National Identification Details', 'Alias Quality',
                                    'UK Sanctions List Date Designated')]
OLD.insert(OLD.index('Position'), 'NI Number')
old = [{**PERSON, 'Name 6': 'EXAMPL\u00c9V', 'Alias Type': 'Prime Alias', 'Nationality': '1) Atlantis 2) Ruritania',
        'Passport Details': 'Passport No: 592000 (Atlantean passport issued on 3 May 2007).',
        'NI Number': '(a) Atlantis ID card 00400001 (b) Certificate 540001',
        'Other Information': 'UN Ref XXe.004. Emir of an invented \u2018zone\u2019. Linked to UN Ref XXe.005.'},
       {**PERSON, 'Name 6': 'SAMPLE', 'Alias Type': 'AKA', 'Passport Details': '', 'Other Information':
        'UN Ref XXe.004. Emir of an invented \u2018zone\u2019. Linked to UN Ref XXe.005.'}]
with open('uk.ofsi/conlist-2018.csv', 'w', newline='', encoding='cp1252') as file:
    writer = csv.writer(file, lineterminator='\n')
    writer.writerow(['Last Updated', '13/04/2018'] + [''] * (len(OLD) - 2))
    writer.writerow(OLD)
    writer.writerows([[r.get(c, '') for c in OLD] for r in old])

DFAT = ['Reference', 'Name of Individual or Entity', 'Type', 'Name Type', 'Date of Birth', 'Place of Birth',
        'Citizenship', 'Address', 'Additional Information', 'Listing Information', 'Committees', 'Control Date']
person = ['a) Approximately 1955- 1958 b) 1961; alt DOB: 1962', 'a) Northtown, Atlantis b) Ruritania', 'Atlantean ',
          'a) 1 Invented Street, Northtown b) na', 'Title: a) Dr b) Colonel. Designation: Head of the Sample Works. '
          'Passport no. AT7654321 (Atlantis). Review was concluded.',
          'Listed by UN 9999 Committee on 25 January 2001 (amended on 20 December 2005)', '9999 (Atlantis)', Date(41988)]
entity = [None, None, None, '2 Factory Road, Ruritania', 'Company identification number: 1027700000001; '
          'https://rotor.example/', 'Listed on: 22 Feb. 2017', 'Autonomous (Ruritania)', Date(42788)]
dfat = [DFAT, [2.0, 'Invented EXAMPLEV', 'Individual', 'Primary Name'] + person,
        ['2a', 'Выдуман Экзамплев', 'individual', 'Original script '] + person,
        ['2b1', 'The Sample', 'Individual ', 'Aka '] + person,
        ['2c', 'Old Exampl', 'Individual', 'Formerly known as'] + person,
        [7, 'SAMPLE ROTOR WORKS', 'Entity', 'Primary Name'] + entity, None, ['7a', 'SRW', 'Entity ', 'AKA'] + entity]
workbook('au.dfat/regulation8.xlsx', [('Consolidated', dfat)], claims='A1:IU9561')
with open('au.dfat/regulation8.csv', 'w', newline='', encoding='utf-8') as file:
    writer = csv.writer(file)
    for row in dfat:
        if row:
            writer.writerow([{41988: '2014-12-15', 42788: '2017-02-22'}.get(v, v) if v is not None else '' for v in row])

METI = [['No.', '国名、地域名\nCountry or Region', '企業名､組織名\nCompany or Organization', '別名\nAlso Known As',
         '懸念区分\nType of WMD', '通常兵器\nConventional Weapons'],
        [1, 'アトランティス\nRepublic of Atlantis', 'Sample Rotor Works\n(見本回転翼工場)',
         '・S.R.W.\n・Rotor Works of\nAtlantis\n(亜特蘭工場)', '生物、化学、ミサイル、核\nB,C,M,N', '通常兵器\nCW'],
        [2, 'ルリタニア\nRuritania', 'Invented Optics Ltd.', None, 'ミサイル、核\nM、Ｎ', None],
        [3, 'ルリタニア\nRuritania', Rich('Invented Optics Institute'), '・IOI', 'ミサイルM', None]]
workbook('jp.meti/end-user-list.xlsx', [('EUL', METI)])

index = ('一覧', [['見本の一覧'], [1, 'アトランティス関係者']])
people = ('1.アトランティス（個人）', [
    ['アトランティスに対する措置（個人）'],
    ['告示日付', '告示番号', '日本語表記', '英語表記', '別名', '確定に十分でない別名', '旧称', '称号', '役職', '生年月日',
     '出生地', '国籍', '旅券番号', '身分登録番号', '住所', '国連参照番号', 'その他の情報'],
    ['2002.3.1\n2005.6.7改訂', 1, 'インヴェンテッド・エグザンプレフ',
     'INVENTED EXAMPLEV\n(original script: Выдуман Экзамплев)',
     '(a)エグザンプル（EXAMPL）、(b)サンプル（SAMPLE）（SMP）', 'ザ・サンプル（The Sample）', '不明', '(a)Dr（博士）(b)大佐',
     '見本工場長', '(a)1955年-1958年頃\n(b)１961年', '(a)ノースタウン (b)不明', 'アトランティス', 'アトランティス旅券 AT1234567（2030年失効）',
     '5550001', '(a)1 Invented Street\n(b)2 Other Street', 'XXi.001', '性別・男性。'],
    ['2010.5.6削除', 2],
    ['2011.1.2', '3(*12)', 'ツー・エグザンプル', 'TWO EXAMPL', '不明', None, 'オールド・ネーム\n(f.k.a.: Old Name)', None, None, 28214],
    [None] * 16 + ['続きの説明'],
    ['2012.10.25', 4]])
bodies = ('2.ルリタニア (団体)', [
    ['ルリタニアに対する措置（団体）'], ['（注）見本'],
    ['告示日付', '告示番号', '日本語表記', '英語表記', '別称・旧称', '所在地', '電話'],
    [Date(44621), '*1', '見本工場', 'Sample Works', '（別称、見本株式会社、旧称、旧見本）\n(a.k.a. Sample JSC, f.k.a. Old Sample)',
     '2 Factory Road', '＋99-1-2、\n＋99-1-3'],
    ['2022.3.1', 2, '見本銀行', None, 'ミホン；サンプル\nMihon; Sample Bank', '不明']])
ended = ('3.【解除】フリードニア', [['フリードニア関係者'], ['【2016年1月22日告示廃止】']])
workbook('jp.mof/shisantouketsu.xlsx', [index, people, bodies, ended])
