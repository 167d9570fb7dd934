/**
 * Extension point `enrollment_check`. The same answer for everybody: whether a person has a factor is not told before
 * they have proven who they are.
 */
var HallpassEnrollment = Class.create()
HallpassEnrollment.prototype = {
  category: 'password_reset.extension.enrollment_check',

  initialize: () => {},

  process: () => true,

  type: 'HallpassEnrollment',
}
