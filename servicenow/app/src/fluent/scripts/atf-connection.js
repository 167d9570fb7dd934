;(() => {
  describe('Hallpass', () => {
    it('accepts what this instance signs', () => {
      expect(new x_hlps_access.HallpassDoor().door.testConnection().status).toBe('success')
    })

    it('has its five subflows in the credential store type', () => {
      var type = new GlideRecord('pwd_cred_store_type')
      expect(type.get('name', 'Hallpass')).toBe(true)
      ;[
        'reset_password_subflow',
        'change_password_subflow',
        'unlock_account_subflow',
        'get_lock_state_subflow',
        'connection_test_subflow',
      ].forEach((column) => {
        expect(type.isValidField(column)).toBe(true)
        expect(String(type.getValue(column))).toMatch(/^[0-9a-f]{32}$/)
      })
    })

    it('finds the columns it reads of a password reset request', () => {
      var request = new GlideRecord('pwd_reset_request')
      expect(request.isValidField('user')).toBe(true)
      expect(request.isValidField('process')).toBe(true)
      expect(new GlideRecord('pwd_process').isValidField('type')).toBe(true)
    })
  })
})()
jasmine.getEnv().execute()
