import type { Person } from '../domain/people/person.ts'
import type { Desk, Versioned } from '../domain/setting/desk.ts'
import type { Policy } from '../domain/setting/policy.ts'
import type { Calendar } from '../domain/sla/calendar.ts'

/** The desk's settings and people, read through a cache of bounded age; past versions never change and are kept. */
export type Settings = {
  desk(): Promise<Desk>
  /** @throws DomainError not-found when there was no such version */
  policyAt(version: number): Promise<Policy>
  calendarAt(id: string, version: number): Promise<Versioned<Calendar>>
  person(id: string): Promise<Person | null>
  personByEmail(email: string): Promise<Person | null>
  /** Forgets what is cached, so that the next read sees what has just been written. */
  forget(): void
}
