/** The page comes with the desk's time; whoever is elsewhere reads their own, and the desk's in the tooltip. */
export const tellOwnTimes = (page: Document): void => {
  const format = new Intl.DateTimeFormat(page.documentElement.lang === 'en' ? 'en-GB' : page.documentElement.lang, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'shortOffset',
  })
  for (const time of page.querySelectorAll('time')) {
    time.title = time.textContent
    time.textContent = format.format(new Date(time.dateTime))
  }
}
