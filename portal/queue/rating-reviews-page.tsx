import { Empty } from '../parts/empty.tsx'
import { Page } from '../parts/page.tsx'
import { t } from '../texts/texts.ts'
import { liveList } from './live-list.ts'
import { QueueHead } from './queue-head.tsx'
import { TicketList } from './ticket-list.tsx'

/** CLO-6: rated 1 or 2, until the desk manager has spoken with the requester and noted what was found. */
export const RatingReviewsPage = () => {
  const { queue } = t.value
  const list = liveList({ view: 'rating-reviews' })
  return (
    <Page title={queue.ratingReviews} beside={<QueueHead list={list} title={queue.ratingReviews} />}>
      <TicketList
        list={list}
        label={queue.ratingReviews}
        act="review-rating"
        showsGroup
        empty={
          <Empty title={queue.emptyRatingReviews}>
            <p>{queue.emptyRatingReviewsHint}</p>
          </Empty>
        }
      />
    </Page>
  )
}
