import { Test } from '@servicenow/sdk/core'

Test(
  {
    $id: Now.ID['atf-order-form'],
    name: 'Hallpass: the order form opens',
    description: 'App access can be opened in the catalog by whoever runs this',
    active: true,
    failOnServerError: true,
  },
  (atf) => {
    atf.catalog.openCatalogItem({
      $id: Now.ID['atf-order-form-open'],
      catalogItem: Now.ref('sc_cat_item', 'app-access'),
    })
  },
)
