/**
 * The one way in from scripts that cannot import a module: steps of a flow, widgets, extension points, UI actions.
 * The path carries the version of the app; a test holds it against package.json.
 */
var HallpassDoor = Class.create()
HallpassDoor.prototype = {
  initialize: function () {
    this.door = require('x_hlps_access/hallpass-servicenow-app/0.4.0/src/server/door.ts').door
  },
  type: 'HallpassDoor',
}
