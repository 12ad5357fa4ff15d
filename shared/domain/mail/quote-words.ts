/**
 * How mail programs of many languages introduce the mail that is answered [INT-3]. Words are matched whatever their
 * case; `|` separates what means the same.
 */

/** Fields of the header block that Outlook and others put above the old mail. */
export const FIELD_WORDS = {
  from: [
    'from|von|de|da|van|fra|från|od',
    'от|от кого|від',
    'lähettäjä|kimden|gönderen|feladó',
    'από',
    'expéditeur|remitente',
    '发件人|發件人|寄件者|寄件人|發信人|差出人|送信者',
    '보낸 사람|보낸사람',
    '发送人',
  ].join('|'),
  sent: [
    'sent|date|gesendet|datum|envoyé|envoyé le|message du|enviado|enviado el|enviado em|fecha|data',
    'inviato|verzonden|sendt|dato|skickat|wysłano',
    'отправлено|дата',
    'lähetetty|päivämäärä|gönderildi|tarih|elküldve|dátum|odesláno',
    '发送时间|發送時間|发送日期|日期|时间|時間|寄件日期|傳送日期|送信日時|日時',
    '보낸 날짜|날짜',
  ].join('|'),
  to: [
    'to|an|à|a|para|aan|til|till|do|komu',
    'кому',
    'vastaanottaja|kime|címzett',
    '收件人|收件者|宛先',
    '받는 사람|받는사람',
    'destinataire|destinatario',
  ].join('|'),
  cc: ['cc|copie à|copia|kopie|kopia|kopi', 'копия', 'másolatot kap', '抄送|抄送人|副本', '참조'].join('|'),
  subject: [
    'subject|betreff|objet|asunto|assunto|oggetto|onderwerp|emne|ämne|temat',
    'тема',
    'aihe|konu|tárgy|předmět|predmet',
    '主题|主題|主旨|标题|標題|件名',
    '제목',
  ].join('|'),
} as const

export type FieldKind = keyof typeof FIELD_WORDS

/** Lines that stand between dashes above the old mail. */
export const ORIGINAL_WORDS = [
  'original message|original appointment|original email|reply message|ursprüngliche nachricht',
  "originalnachricht|message d['’]origine|message original|mensaje original|messaggio originale",
  'mensagem original|oorspronkelijk bericht|oprindelig (?:besked|meddelelse)|opprinnelig melding',
  'ursprungligt meddelande|originalmeddelande|alkuperäinen viesti|oryginalna wiadomość',
  'wiadomość oryginalna|původní (?:zpráva|e-mail)|eredeti üzenet|orijinal (?:mesaj|ileti)',
  'исходное сообщение|оригинальное сообщение',
  '原始邮件|原始郵件|原始信件|原邮件|原信|回复的原邮件',
  '元のメッセージ',
  '원본 메시지|원본 메일',
].join('|')

/** The same above a mail that is passed on; that mail is news. */
export const FORWARDED_WORDS = [
  'forwarded message|forwarded by .{1,80}|weitergeleitete nachricht|message transféré|message réexpédié',
  'mensaje reenviado|mensagem encaminhada|messaggio inoltrato|doorgestuurd bericht',
  'vidarebefordrat meddelande|videresendt (?:besked|melding)|przekazana wiadomość|wiadomość przekazana',
  'přeposlaná zpráva',
  'пересланное сообщение|пересылаемое сообщение',
  '转发的邮件|转发邮件|转发邮件信息|轉寄的郵件|轉寄郵件',
  '転送メッセージ',
  '전달된 메시지',
].join('|')

export const FORWARD_BEGINS = [
  'begin forwarded message|anfang der weitergeleiteten (?:nachricht|e-mail)',
  'début du message (?:réexpédié|transféré)|inicio del mensaje reenviado|inizio messaggio inoltrato',
  '开始转发的邮件|转发的邮件',
].join('|')

/** Prefixes of the subject of a mail that is passed on. */
export const FORWARD_PREFIXES = ['fw|fwd|wg|tr|rv|enc|doorst|vb|vl|pd', '转发|轉寄|轉發|转寄|転送', '전달'].join('|')

/** "… wrote:", at the end of the line above the old mail. */
export const WROTE_AT_THE_END = [
  'wrote|writes|a écrit|écrit|escribió|ha scritto|scritto|escreveu|schreef|geschreven|schrieb',
  'geschrieben|skrev|kirjoitti|napisał|napisała|napisał\\(a\\)|pisze|napsal|napsala|napsal\\(a\\)',
  'написал|написала|написал\\(а\\)|пишет|пише',
  'írta|yazdı|şunu yazdı|a scris',
  'έγραψε',
  'đã viết|menulis',
  '写道|寫道',
  'のメッセージ|さんは書きました|が書きました',
  '작성|님이 작성',
].join('|')

/** The same in words that people use of others too. */
export const SAID_AT_THE_END = 'sent|said|写到|提到|说'

/** The same before the name. */
export const WROTE_BEFORE_THE_NAME = ['schrieb|schreef|skrev|escribió|escreveu|a écrit|napisał|napsal', 'написал'].join(
  '|',
)

/** How the line above the old mail begins when it is folded into several lines. */
export const WROTE_BEGINS = [
  'on|le|el|il|in data|em|am|op|den|på|w dniu|dnia|dne|na|pada|vào|la|a|ma|ti|ke|to|pe|su',
  '在|于|於',
].join('|')

/** What asks people to write above it. */
export const WRITE_ABOVE = [
  'please (?:type|write|enter|reply) .{0,20}above this line|reply above this line|write above this line',
  '请在此(?:线|行)(?:以|之)?上(?:方)?(?:回复|填写|输入)|請在此(?:線|行)(?:以|之)?上(?:方)?回覆',
].join('|')
