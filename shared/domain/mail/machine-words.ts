/** How automatic mail of many systems and languages begins its subject or its text [INT-5]. Matched whatever the case. */

/** Before a colon and the subject that was answered; people who ask about it do not write so. */
export const AUTO_REPLY_PREFIXES = [
  'automatic reply|auto[- ]?reply|auto[- ]?response|auto[- ]?responder|autorespons',
  'out of (?:the )?office(?: auto[- ]?reply| reply| response)?|ooo|away from (?:my|the) (?:mail|office)',
  '自动回复|自动答复|自动答覆|自动回覆|自動回覆|自動回復|自動答覆|自動返信|自動応答|不在通知',
  '자동 ?회신|자동 ?응답|부재중 자동 ?응답',
  'automatische antwort|abwesenheitsnotiz|automatisch antwoord|automatische beantwoording',
  'réponse automatique|respuesta automática|risposta automatica|resposta automática|automatiskt svar',
  'automatisk svar|autosvar|automaattinen vastaus|odpowiedź automatyczna|automatická odpověď',
  'automatická odpoveď|automatikus válasz|răspuns automat|otomatik yanıt',
  'автоматический ответ|автоответ|автоматична відповідь',
  'αυτόματη απάντηση',
  'תשובה אוטומטית|رد تلقائي|trả lời tự động|balasan otomatis',
].join('|')

/** Whole sentences that only programs write as a subject. */
export const AUTO_REPLY_SENTENCES = '.{1,80} is out of the office \\(returning|.{1,80} 不在办公室[（(]'

/** The same words and weaker ones: count together with another sign only. */
export const ABSENCE_WORDS = [
  'out of office|out of the office|absence du bureau|absent du bureau|je suis absent',
  'fuera de (?:la )?oficina|fuori (?:sede|ufficio)|fora do escritório|abwesenheit|abwesend',
  'nicht im büro|afwezig|frånvaro|fravær|poissaolo|nieobecność',
  'вне офиса|отсутствие',
  'vacation|on leave|i am away|away until',
  '休假|外出|不在|请假|不在办公室',
].join('|')

/** What the text of an automatic reply begins with when nothing else tells. */
export const AUTO_REPLY_TEXTS = [
  '这是(?:来自|一封).{0,20}自动(?:回复|答复)|此(?:邮件|信件)(?:为|由|是)?.{0,10}自动(?:回复|答复)',
  'this is an auto(?:matic|mated)?(?:ally generated)?[- ]?(?:reply|response)',
  'this is an automatically generated (?:reply|response)',
  'dies ist eine automatische (?:antwort|abwesenheits)|ceci est une réponse automatique',
  'esta es una respuesta automática|questa è una risposta automatica',
  'これは自動(?:返信|応答)',
].join('|')

/** Subjects of mails that say that another mail did not arrive; people write some of them too, so the text is asked. */
export const BOUNCE_SUBJECTS = [
  'undeliver(?:able|ed)(?: mail| message|:| -)|non[- ]?deliver(?:able|y)',
  '(?:mail |message |e-?mail )?delivery (?:status )?(?:notification|failure|failed|error|problem|report|delay(?:ed)?|has failed|warning)',
  'delivery status|failure (?:notice|delivery)|failed (?:mail|message|delivery)',
  '(?:mail|message) (?:system )?(?:error|failed|failure|could not be|delayed|undeliverable|not delivered|delivery)',
  'returned (?:mail|to sender)|return receipt|undelivered (?:e-?mail|mail|message)|rejected (?:mail|message)',
  'bounced? (?:mail|message)|(?:e-?mail|mail) bounced|delayed mail|warning: (?:message|could not send)',
  "couldn['’]t (?:deliver|send)|notice: mail delivery|postmaster notify|warning[:-]{1,2} ?could not send",
  'message you sent blocked|there was an error sending your mail|considered unsolicited',
  '(?:e-?mail |message )delivery failure',
  '系统退信|退信|邮件退信|邮件投递失败|投递失败|邮件发送失败|发送失败|无法投递|无法送达|未送达|邮件未能送达|未传递|未能投递|未傳遞|傳送失敗|寄件失敗|退件|郵件傳遞失敗',
  'メールエラー|配信(?:エラー|不能|失敗|できません)|送信(?:エラー|できません)|エラーメール',
  'unzustellbar|zustellung(?:sfehler)?|nicht zustellbar|non remis|échec de (?:la )?remise',
  'avis de non[- ]remise|non distribué|no se (?:puede|pudo) entregar|correo devuelto|error de entrega',
  'devuelto|non recapitabile|impossibile recapitare|mancato recapito',
  'não (?:é possível|foi possível) entregar|falha na entrega|onbestelbaar|niet bezorgd',
  'недоставлен|не доставлено|ваше сообщение не доставлено|не удалось доставить',
  'niedostarczon',
  '배달되지 않|반송|전송 실패',
].join('|')

/** How mail servers begin such a mail: sentences about somebody's mail, which people write about their own. */
export const BOUNCE_TEXTS = [
  'hi\\.? ?this is the',
  '(?:hello, |hi[!,] )?this is the (?:mail|postfix|qmail|sendmail|courier|delivery|mailer-daemon|e-?mail|dragonfly)',
  'an error (?:has )?occurred (?:while|when|in) |there was an error (?:delivering|sending) your',
  'a message (?:from|that you sent|is delayed)|message (?:not|could not be) delivered|we (?:had trouble|were unable)',
  'this report relates to a message you sent|your mail sent on|user mailbox exceeds|transcript of session follows',
  'this (?:message|e-?mail|report) (?:was|is|has been) (?:created |generated |sent )?automatically',
  'this is an? (?:automatic(?:ally generated)?|automated|permanent|delivery|informational) (?:delivery|status|alert|error|message|notification|report|mail|e-?mail|reply)',
  "(?:your|this|the following|the original|the attached) (?:e-?mail |mail )?(?:message|mail|e-?mail)\\b.{0,160}(?:could not|couldn['’]t|cannot|can['’]t|was not|wasn['’]t|not be|did not|didn['’]t|has not|hasn['’]t|undeliverable|failed|rejected|delayed|returned|bounced|blocked)",
  '(?:the )?(?:following|these) (?:address|recipient|destination)',
  'delivery (?:to the following|of the following|has failed|is delayed|status notification)',
  'unable to deliver|undeliver(?:ed|able) (?:mail|message|to)|failed to deliver|could not be delivered',
  'sorry,? (?:we|i) (?:was|were|wasn|weren|could)',
  "i['’](?:m|ve) (?:sorry to (?:have|say)|afraid i|given up)|we['’]re (?:sorry to|writing to let)",
  'unfortunately,? (?:your|the) (?:message|mail)|the original message was received',
  '-{3,} ?(?:the following addresses|transcript of)|\\|?-{5,} ?(?:message log|failed addresses)',
  '(?:invalid|unknown|no such) (?:user|recipient|mailbox)',
  '[您你](?:的|发(?:送|出)的|寄出的).{0,60}(?:退回|退信|无法|未能|失败|被拒)',
  '(?:很|非常)?(?:抱歉|对不起)[,，]?.{0,10}[您你].{0,60}(?:退回|无法|未能|失败)|收件人.{0,40}(?:不存在|已满|拒收|无效)',
  '送信先の|(?:次の|以下の|下記の).{0,20}(?:宛先|あて先|アドレス|受信者)|メールを配信(?:することが)?できません',
  'ihre (?:nachricht|e-?mail).{0,100}(?:nicht|zurück)|die (?:zustellung ihrer|folgende nachricht)',
  'votre message.{0,60}(?:pas|échou)|su mensaje.{0,60}no|no se (?:pudo|ha podido) entregar',
  'il (?:tuo |suo )?messaggio.{0,60}non|(?:a )?sua mensagem.{0,60}não',
  'это письмо (?:создано|отправлено) (?:автоматически|почтовым)|к сожалению, ваше письмо',
  'ваше (?:сообщение|письмо).{0,60}не|не удалось доставить',
].join('|')

/** Complaints that mail providers send about mail of ours. */
export const COMPLAINT_SUBJECTS = 'e-?mail feedback report for|complaint about message from \\d|abuse report for'
