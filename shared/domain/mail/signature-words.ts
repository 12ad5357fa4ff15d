/** How people and their mail programs end a mail, in many languages [INT-3]. Matched whatever their case. */

/** A line of its own before the name. */
export const CLOSINGS = [
  '(?:(?:best|kind|kindest|warm|warmest|many|with|with best|with kind|thanks and|thanks &|thank you and) )?regards',
  'best wishes|cheers|sincerely|yours (?:truly|sincerely|faithfully)|sincerely yours',
  'mit (?:freundlichen|freundlichem|besten|lieben|herzlichen) (?:grüßen|gruß|gruss|grüssen)',
  '(?:viele|beste|liebe|freundliche|schöne|herzliche) (?:grüße|grüsse)|mfg|(?:bien |très )?cordialement',
  'bien à vous|meilleures salutations|bonne (?:journée|soirée)|(?:un )?saludos?(?: cordiales?)?',
  'atentamente|(?:cordiali|distinti) saluti|saluti|atenciosamente|com os melhores cumprimentos',
  'cumprimentos|met vriendelijke groet(?:en)?|vriendelijke groet(?:en)?|(?:med )?vänliga hälsningar',
  '(?:med )?vennlig hilsen|(?:med )?venlig hilsen|mvh|pozdrawiam|z poważaniem',
  'с уважением',
  'ystävällisin terveisin|saygılarımla',
  '此致|此致敬礼|敬礼|祝好|顺祝商祺|顺颂商祺|祝商祺|祝工作顺利|祝您工作顺利|順頌商祺|敬上|敬具',
].join('|')

/** A line that a phone or a program adds. */
export const SENT_FROM = [
  'sent from (?:my |mail for |outlook |yahoo |proton|samsung|the all new |an? ).*',
  'sent (?:via|using|with) (?:my |the )?\\S.{0,60}|get outlook for .*|von meinem .* gesendet',
  'gesendet (?:von|mit|aus) .*|diese nachricht wurde von .* gesendet',
  'envoyé (?:de mon|depuis|à partir de|avec) .*|télécharger outlook pour .*',
  'enviado (?:desde|do meu|a partir d[oe]|con) .*|obtener outlook para .*|inviato da(?:l mio| )? .*',
  'scarica outlook per .*|verzonden (?:vanaf|via|met) .*|verstuurd (?:vanaf|via) .*',
  'outlook voor .* downloaden|skickat från .*|sendt fra .*|lähetetty .*|wysłan[eo] z .*',
  'отправлено (?:с|из) .*',
  '发自(?:我的|手机|网易|新浪|qq).*|发送自.*|从我的.*发送|来自我的.*|寄件自.*|從我的.*傳送|获取 ?outlook.*',
  'iphone ?から送信',
  '나의 .*에서 보냄',
].join('|')
