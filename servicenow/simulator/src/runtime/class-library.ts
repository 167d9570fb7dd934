/** What scripts of an app may also name behind `global.` */
export const libraryNames = ['Class', 'AbstractAjaxProcessor', 'GlideStringUtil', 'JSUtil', 'ArrayUtil'] as const

/** What every scope's global object has of ServiceNow's own class library, as a script that runs in its context. */
export const classLibrary = `
var Class = { create: function () { return function () { if (this.initialize) return this.initialize.apply(this, arguments) } } };
Object.extend = function (to, from) { for (var name in from) to[name] = from[name]; return to };
Object.extendsObject = function (parent, more) {
  var Surrogate = function () {};
  Surrogate.prototype = typeof parent === 'function' ? parent.prototype : parent;
  return Object.extend(new Surrogate(), more);
};
var AbstractAjaxProcessor = Class.create();
AbstractAjaxProcessor.prototype = {
  initialize: function (request, responseXML, gc) { this.request = request; this.gc = gc; this.CALLABLE_PREFIX = 'ajaxFunction_' },
  getParameter: function (name) { return this.request && this.request.getParameter ? this.request.getParameter(name) : null },
  getName: function () { return this.getParameter('sysparm_name') },
  getValue: function () { return this.getParameter('sysparm_value') },
  getType: function () { return this.getParameter('sysparm_type') },
  process: function () { var name = this.getName(); return name && typeof this[name] === 'function' ? this[name]() : null },
  isPublic: function () { return false },
  type: 'AbstractAjaxProcessor',
};
var GlideStringUtil = {
  escapeHTML: function (text) { return String(text).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;') },
  isEligibleSysID: function (text) { return /^[0-9a-f]{32}$/i.test(String(text)) },
  base64Encode: function (text) { return gs.base64Encode(text) },
  base64Decode: function (text) { return gs.base64Decode(text) },
  newLinesToBreaks: function (text) { return String(text).replace(/\\n/g, '<br/>') },
};
var JSUtil = {
  nil: function (value) { return value === null || value === undefined || String(value) === '' || String(value) === 'null' },
  notNil: function (value) { return !JSUtil.nil(value) },
  toBoolean: function (value) { return value === true || value === 'true' || value === '1' || value === 1 },
};
var ArrayUtil = Class.create();
ArrayUtil.prototype = {
  initialize: function () {},
  contains: function (list, item) { return list.indexOf(item) >= 0 },
  unique: function (list) { return list.filter(function (item, at) { return list.indexOf(item) === at }) },
  concat: function (one, other) { return one.concat(other) },
  indexOf: function (list, item) { return list.indexOf(item) },
  diff: function (one, other) { return one.filter(function (item) { return other.indexOf(item) < 0 }) },
  type: 'ArrayUtil',
};
`
