/** The lists of phone calls to make, and of notices that reached nobody; apart from the record, so that counting loads no letters. */
export const CALL_TASKS = 'CALL-TASK'
export const FAILED_NOTICES = 'NOTICE-FAILED'
