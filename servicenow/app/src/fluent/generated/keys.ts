import '@servicenow/sdk/global'

declare global {
    namespace Now {
        namespace Internal {
            interface Keys extends KeysRegistry {
                explicit: {
                    'acl-app-create': {
                        table: 'sys_security_acl'
                        id: '03bc21fbfe7e4b64bcfac7a4239077c4'
                    }
                    'acl-app-delete': {
                        table: 'sys_security_acl'
                        id: 'e92148e68c15456c852ff79f8c34ca94'
                    }
                    'acl-app-read': {
                        table: 'sys_security_acl'
                        id: 'c505c755e70f4d2b9de6d5f1f3c7deab'
                    }
                    'acl-app-read-2': {
                        table: 'sys_security_acl'
                        id: 'de5311e254224792bb41591548ad7ddd'
                    }
                    'acl-app-write': {
                        table: 'sys_security_acl'
                        id: '0265d4a96b804e5280f0c480019c30e4'
                    }
                    'acl-call-create': {
                        table: 'sys_security_acl'
                        id: '025be5efea284f868ee5f78e03277b72'
                    }
                    'acl-call-delete': {
                        table: 'sys_security_acl'
                        id: '5eea182021c745a59b17743d46c84c84'
                    }
                    'acl-call-read': {
                        table: 'sys_security_acl'
                        id: '75e97156e95443c99b8c170211ef4747'
                    }
                    'acl-call-write': {
                        table: 'sys_security_acl'
                        id: 'f4409dbbac3a4232a429bc328bec9dc2'
                    }
                    'acl-callback': {
                        table: 'sys_security_acl'
                        id: 'c9825d749521405b89213ca591939477'
                    }
                    'acl-challenge-create': {
                        table: 'sys_security_acl'
                        id: '287ff92191e74f39a24909cfa32b008e'
                    }
                    'acl-challenge-delete': {
                        table: 'sys_security_acl'
                        id: 'bcf06f6aef864fb187544b0552ba784f'
                    }
                    'acl-challenge-read': {
                        table: 'sys_security_acl'
                        id: '752b9413d986434a97abe8eec449a0c7'
                    }
                    'acl-challenge-write': {
                        table: 'sys_security_acl'
                        id: '730d6154a6e24a25bf86b23cd61ab398'
                    }
                    'acl-connection': {
                        table: 'sys_security_acl'
                        id: '77f79e0796e343ec9768e29571a34565'
                    }
                    'acl-grant-create': {
                        table: 'sys_security_acl'
                        id: '3ac368b9a39e4ebab96441a815ac02f2'
                    }
                    'acl-grant-delete': {
                        table: 'sys_security_acl'
                        id: '7ee41c4f1ceb4fc6adef43d11ea53c19'
                    }
                    'acl-grant-read': {
                        table: 'sys_security_acl'
                        id: 'f4dd0539385f4d8dae83f7e87dbe29f5'
                    }
                    'acl-grant-read-2': {
                        table: 'sys_security_acl'
                        id: 'a56b1ec752e74fa290ce4f809c635f31'
                    }
                    'acl-grant-write': {
                        table: 'sys_security_acl'
                        id: 'bf9171eaa0e1429e9fed261a7aaba123'
                    }
                    'acl-key-create': {
                        table: 'sys_security_acl'
                        id: '4b8f1967e77a481f9bc5e01015d9fddd'
                    }
                    'acl-key-delete': {
                        table: 'sys_security_acl'
                        id: 'ba442e624d534ecd8bacbba8714f2a9b'
                    }
                    'acl-key-read': {
                        table: 'sys_security_acl'
                        id: 'fe8a25bfd17e427997e25e322ba9da9f'
                    }
                    'acl-key-secret-read': {
                        table: 'sys_security_acl'
                        id: 'dd8ea510ec0648d9b253f764a6471cd9'
                    }
                    'acl-key-write': {
                        table: 'sys_security_acl'
                        id: '965b34e28b8e4e32ade9dd585aff3af7'
                    }
                    'acl-nonce-create': {
                        table: 'sys_security_acl'
                        id: '0fcf155d747344fc95b2162a27f149f5'
                    }
                    'acl-nonce-delete': {
                        table: 'sys_security_acl'
                        id: '626d15d6f90e4e2c9c5dcc61d2f758d8'
                    }
                    'acl-nonce-read': {
                        table: 'sys_security_acl'
                        id: '46bbad2370be46d7b2acc75e93dbbaaf'
                    }
                    'acl-nonce-write': {
                        table: 'sys_security_acl'
                        id: 'aae569f193254fc7ac1d5ce3c5bb6bb3'
                    }
                    'acl-order-form': {
                        table: 'sys_security_acl'
                        id: 'c4e88daccab8497d810ec673aa86d464'
                    }
                    'acl-stage-create': {
                        table: 'sys_security_acl'
                        id: '3191ab008ad444d391084d91a58e2605'
                    }
                    'acl-stage-delete': {
                        table: 'sys_security_acl'
                        id: '82f4b75f94374062ac16130ebefe50cc'
                    }
                    'acl-stage-read': {
                        table: 'sys_security_acl'
                        id: '9e434cb70940467d9ebdcdc023207870'
                    }
                    'acl-stage-read-2': {
                        table: 'sys_security_acl'
                        id: '86e4f395698b4221a26e347d64bdf0fe'
                    }
                    'acl-stage-write': {
                        table: 'sys_security_acl'
                        id: 'efb9a500cebe4a1d9a41cc90b5c86246'
                    }
                    'acl-sync-run-create': {
                        table: 'sys_security_acl'
                        id: '1523338e51e3476e8670a56a31355136'
                    }
                    'acl-sync-run-delete': {
                        table: 'sys_security_acl'
                        id: 'b8a86e950e8744b39671c86bc5db3e45'
                    }
                    'acl-sync-run-read': {
                        table: 'sys_security_acl'
                        id: '77f28d7d46b5472fa9d58acbc89babff'
                    }
                    'acl-sync-run-write': {
                        table: 'sys_security_acl'
                        id: '13f6ba7dae624334b3277a3dbee53dcb'
                    }
                    'action-begin-stage': {
                        table: 'sys_hub_action_type_definition'
                        id: '4b4809eaf20b4533862b66cf4a3e860d'
                    }
                    'action-begin-stage-script': {
                        table: 'sys_hub_step_instance'
                        id: '77411e34c6bd4815ae39ebc3d8198015'
                    }
                    'action-close-order': {
                        table: 'sys_hub_action_type_definition'
                        id: '318662102bf34cc3be660cda27069c95'
                    }
                    'action-close-order-script': {
                        table: 'sys_hub_step_instance'
                        id: 'e1dd27d67b8341c28a4df7c2dd1513ee'
                    }
                    'action-end-stage': {
                        table: 'sys_hub_action_type_definition'
                        id: '2e884965242449149bc836279c62a3b3'
                    }
                    'action-end-stage-script': {
                        table: 'sys_hub_step_instance'
                        id: '10c7751942054511a3f3ab69da2f8331'
                    }
                    'action-finish-order': {
                        table: 'sys_hub_action_type_definition'
                        id: 'd665b38426ae42b2a47059194897c7a0'
                    }
                    'action-finish-order-script': {
                        table: 'sys_hub_step_instance'
                        id: 'a30a11ee3e8344cc982818ace21a224b'
                    }
                    'action-give-by-hand': {
                        table: 'sys_hub_action_type_definition'
                        id: 'e9bcbd29c7f94d2a87565b2828d618bd'
                    }
                    'action-give-by-hand-script': {
                        table: 'sys_hub_step_instance'
                        id: '744e41eec15c46a18d908a6dee62ea89'
                    }
                    'action-next-stage': {
                        table: 'sys_hub_action_type_definition'
                        id: '626b92f8739445e3aebf743df17f806d'
                    }
                    'action-next-stage-script': {
                        table: 'sys_hub_step_instance'
                        id: '7e83da3a0d1e4cf9b82ea077558971af'
                    }
                    'action-open-approvals': {
                        table: 'sys_hub_action_type_definition'
                        id: '283505fdc9bd4fc789394a3062bb66fc'
                    }
                    'action-open-approvals-script': {
                        table: 'sys_hub_step_instance'
                        id: 'ae241e17ff7b41be9d676229a30018d1'
                    }
                    'action-prepare-order': {
                        table: 'sys_hub_action_type_definition'
                        id: '35df6eccfd3c4e1aab3c39625a742a4c'
                    }
                    'action-prepare-order-script': {
                        table: 'sys_hub_step_instance'
                        id: '4a8a64e5ddb24d08b589f85811fce4ab'
                    }
                    'action-pwd-change': {
                        table: 'sys_hub_action_type_definition'
                        id: 'd9240bff8bb043c9b3525194bcaec010'
                    }
                    'action-pwd-change-script': {
                        table: 'sys_hub_step_instance'
                        id: 'c8513597a06141b8a281f498bc68d3ca'
                    }
                    'action-pwd-lock-state': {
                        table: 'sys_hub_action_type_definition'
                        id: 'e044088e01954006b15bb6ae1dec5f01'
                    }
                    'action-pwd-lock-state-script': {
                        table: 'sys_hub_step_instance'
                        id: 'aa7814ea2eb3485981f8b1f8f1d136f5'
                    }
                    'action-pwd-reset': {
                        table: 'sys_hub_action_type_definition'
                        id: 'f771277e907541999f5fcb5cf1f2b2f0'
                    }
                    'action-pwd-reset-script': {
                        table: 'sys_hub_step_instance'
                        id: 'a10e5bd1aad44737a1f107c4337c2992'
                    }
                    'action-pwd-test': {
                        table: 'sys_hub_action_type_definition'
                        id: '558c564f47f142d790f800c40951ae85'
                    }
                    'action-pwd-test-script': {
                        table: 'sys_hub_step_instance'
                        id: '9f6addbec40541a898195dd2c97860f5'
                    }
                    'action-pwd-unlock': {
                        table: 'sys_hub_action_type_definition'
                        id: '2a898bb5f21e4147938b7fb3d526ed89'
                    }
                    'action-pwd-unlock-script': {
                        table: 'sys_hub_step_instance'
                        id: 'e532a43ca39a4e408940aba078b8d662'
                    }
                    'action-start-fulfilment': {
                        table: 'sys_hub_action_type_definition'
                        id: '7ee4650a86ae4acbad6d6ad2cb72b8a6'
                    }
                    'action-start-fulfilment-script': {
                        table: 'sys_hub_step_instance'
                        id: '1f152e0efc5d4982bcedaa2954f4aae6'
                    }
                    'alias-hallpass': {
                        table: 'sys_alias'
                        id: '6ed3b7e7d65047d696b376a28a5ae665'
                    }
                    'app-access': {
                        table: 'sc_cat_item'
                        id: 'f341975e869a4ea6b6fb88510e845e18'
                    }
                    'app-access-ask': {
                        table: 'sys_hub_action_instance_v2'
                        id: 'ed07af63e1794f99a90bdadbbd863cec'
                    }
                    'app-access-ask-further': {
                        table: 'sys_hub_sub_flow_instance_v2'
                        id: 'eefb77edc20e46a3865b8dfe2ec0f91e'
                    }
                    'app-access-begin-stage': {
                        table: 'sys_hub_action_instance_v2'
                        id: 'a4b07180b758433aa8a7fc785213f70c'
                    }
                    'app-access-close': {
                        table: 'sys_hub_action_instance_v2'
                        id: 'aff598c3113d4b238561b2254450c282'
                    }
                    'app-access-close-by-hand': {
                        table: 'sys_hub_action_instance_v2'
                        id: '393ba05e6c574140995c7d0568f231a1'
                    }
                    'app-access-close-complete': {
                        table: 'sys_hub_action_instance_v2'
                        id: '493884df5b264232968f4a040714326b'
                        deleted: true
                    }
                    'app-access-close-incomplete': {
                        table: 'sys_hub_action_instance_v2'
                        id: 'dae5e54b12574e60b038b941da4980a5'
                        deleted: true
                    }
                    'app-access-each-stage': {
                        table: 'sys_hub_flow_logic_instance_v2'
                        id: '95b0274603684a3dbbc947117b8aabb0'
                    }
                    'app-access-end-stage': {
                        table: 'sys_hub_action_instance_v2'
                        id: '7eaa5f37dc2b4e36b96151f510c51491'
                    }
                    'app-access-finish': {
                        table: 'sys_hub_action_instance_v2'
                        id: 'd2d91f6b94c14854a2e5f4b4b4686a98'
                    }
                    'app-access-flow': {
                        table: 'sys_hub_flow'
                        id: '8668aed61c3a4a199337eb9dde9f4fe3'
                    }
                    'app-access-further': {
                        table: 'sys_hub_action_instance_v2'
                        id: 'c4011344ea7543378dfb3c47918acdef'
                    }
                    'app-access-if-ask': {
                        table: 'sys_hub_flow_logic_instance_v2'
                        id: '205d485db9074cc7a5dee5ec954f1b87'
                    }
                    'app-access-if-by-hand': {
                        table: 'sys_hub_flow_logic_instance_v2'
                        id: 'cfe62e12cbe94c2fafc5dd30bb0beafe'
                    }
                    'app-access-if-closed': {
                        table: 'sys_hub_flow_logic_instance_v2'
                        id: '4317b458a0c640aa9b20bebb26e02e1a'
                    }
                    'app-access-if-complete': {
                        table: 'sys_hub_flow_logic_instance_v2'
                        id: '526a0b91132245a2b4dc839272fbc629'
                        deleted: true
                    }
                    'app-access-if-further': {
                        table: 'sys_hub_flow_logic_instance_v2'
                        id: 'baf87f7dfaca4bb29a79a2c22f05d2c1'
                    }
                    'app-access-if-giving': {
                        table: 'sys_hub_flow_logic_instance_v2'
                        id: '8c1eb9441d534a8a847532c97e7981ee'
                    }
                    'app-access-if-go': {
                        table: 'sys_hub_flow_logic_instance_v2'
                        id: 'fed67c0ad3184aeba073c8d7ca012bd6'
                    }
                    'app-access-if-incomplete': {
                        table: 'sys_hub_flow_logic_instance_v2'
                        id: 'b4461f9cd1604784bde3ced3cd7129ba'
                        deleted: true
                    }
                    'app-access-if-policy': {
                        table: 'sys_hub_flow_logic_instance_v2'
                        id: '53a65aa0282c4ca9bb72f00260042092'
                    }
                    'app-access-note-by-hand': {
                        table: 'sys_hub_action_instance_v2'
                        id: '65e1c64b6eaf4fc3b699afeeb3c1f8a2'
                    }
                    'app-access-open': {
                        table: 'sys_hub_action_instance_v2'
                        id: '66a677564928468e8ff6f2df8718646e'
                    }
                    'app-access-prepare': {
                        table: 'sys_hub_action_instance_v2'
                        id: '1303c8abb3ea4af2b136c21cd78e8920'
                    }
                    'app-access-round-1': {
                        table: 'sys_hub_action_instance_v2'
                        id: '5c330aea29e34adab4e544789c47d013'
                    }
                    'app-access-round-1-group': {
                        table: 'sys_hub_sub_flow_instance_v2'
                        id: 'bdacdcab21794e7e94873e820ad20013'
                    }
                    'app-access-round-1-if-group': {
                        table: 'sys_hub_flow_logic_instance_v2'
                        id: '52d76e258e794edcbf0afb373bed4640'
                    }
                    'app-access-round-1-if-manager': {
                        table: 'sys_hub_flow_logic_instance_v2'
                        id: '45eb5155ac70497594737157f6368072'
                    }
                    'app-access-round-1-if-owner': {
                        table: 'sys_hub_flow_logic_instance_v2'
                        id: '08d58cfdbf944fec9255016313812003'
                    }
                    'app-access-round-1-manager': {
                        table: 'sys_hub_sub_flow_instance_v2'
                        id: '4ebfbcf10654464e8b01fd992099dac5'
                    }
                    'app-access-round-1-owner': {
                        table: 'sys_hub_sub_flow_instance_v2'
                        id: 'f03e542566f8486c8d00678b3dec8786'
                    }
                    'app-access-round-2': {
                        table: 'sys_hub_action_instance_v2'
                        id: '83fd6ff04ab94347946a40108b12db23'
                    }
                    'app-access-round-2-group': {
                        table: 'sys_hub_sub_flow_instance_v2'
                        id: 'd5cd03a297ee4a279ea7ba3ae867552b'
                    }
                    'app-access-round-2-if-group': {
                        table: 'sys_hub_flow_logic_instance_v2'
                        id: '6ae3b1c144b54b87a3aad24e5efc4cce'
                    }
                    'app-access-round-2-if-manager': {
                        table: 'sys_hub_flow_logic_instance_v2'
                        id: 'e79a59968320440797b26dbb064b7d1e'
                    }
                    'app-access-round-2-if-owner': {
                        table: 'sys_hub_flow_logic_instance_v2'
                        id: '48804fee8ae3424f833ea39f2f858228'
                    }
                    'app-access-round-2-manager': {
                        table: 'sys_hub_sub_flow_instance_v2'
                        id: '6b7827ce22ff453caa89bc7fef2bd9db'
                    }
                    'app-access-round-2-owner': {
                        table: 'sys_hub_sub_flow_instance_v2'
                        id: 'cc6017125d4d462a96972dba8f9d8c86'
                    }
                    'app-access-round-3': {
                        table: 'sys_hub_action_instance_v2'
                        id: 'e4375efc977e4bf5a391bf4f8f0cf14d'
                    }
                    'app-access-round-3-group': {
                        table: 'sys_hub_sub_flow_instance_v2'
                        id: '79b4cfb896034fd9869906dedf7747e8'
                    }
                    'app-access-round-3-if-group': {
                        table: 'sys_hub_flow_logic_instance_v2'
                        id: 'b3889e1ba4c44c899001ff238a2d67d0'
                    }
                    'app-access-round-3-if-manager': {
                        table: 'sys_hub_flow_logic_instance_v2'
                        id: 'ea913e627d0340cb9309dd408d9ad3e5'
                    }
                    'app-access-round-3-if-owner': {
                        table: 'sys_hub_flow_logic_instance_v2'
                        id: '80daa4a0408448eaafd39838b9fa3fc3'
                    }
                    'app-access-round-3-manager': {
                        table: 'sys_hub_sub_flow_instance_v2'
                        id: '47ea824a90224c629de223729252573d'
                    }
                    'app-access-round-3-owner': {
                        table: 'sys_hub_sub_flow_instance_v2'
                        id: '85e9f1962e5b47bcabc0644cabd1d0a6'
                    }
                    'app-access-stages': {
                        table: 'sys_hub_action_instance_v2'
                        id: '65e57b2eaa86473a875df43a4019aa09'
                    }
                    'app-access-start': {
                        table: 'sys_hub_action_instance_v2'
                        id: 'fcfd0d40fa224d9387d521a7223278e6'
                    }
                    'app-access-task': {
                        table: 'sys_hub_action_instance_v2'
                        id: 'a7c2b527d3374aefbb93575c2b861475'
                    }
                    'app-access-trigger': {
                        table: 'sys_hub_trigger_instance_v2'
                        id: 'a58764e011fb4ab2bf975f5985dca1e5'
                    }
                    'app-access-variables': {
                        table: 'sys_hub_action_instance_v2'
                        id: 'e49217a98f534db1824c57faeb8c149b'
                    }
                    'app-access-wait-fulfilment': {
                        table: 'sys_hub_action_instance_v2'
                        id: 'b3a06ecc8d5f4029ae13c2ad1a0c7cf7'
                    }
                    'app-access-wait-policy': {
                        table: 'sys_hub_action_instance_v2'
                        id: '5f83b6cd79f04946b98dafec79c07ea2'
                    }
                    'atf-callback': {
                        table: 'sys_atf_test'
                        id: '72bdd00b7b3844f8ba2439ba87322284'
                    }
                    'atf-callback-send': {
                        table: 'sys_atf_step'
                        id: '09a1c7c3aa0344988aa4ad59a031e7c5'
                    }
                    'atf-callback-status': {
                        table: 'sys_atf_step'
                        id: 'e7d9c857470942118065f9d657891fdc'
                    }
                    'atf-connection': {
                        table: 'sys_atf_test'
                        id: '6242d366a5c74957bdce7d944d47aa07'
                    }
                    'atf-connection-script': {
                        table: 'sys_atf_step'
                        id: '756387d4fa3f486f9a21e149b433eaac'
                    }
                    'atf-order-form': {
                        table: 'sys_atf_test'
                        id: '3d63144fe39944e7b957abe1521a7348'
                    }
                    'atf-order-form-open': {
                        table: 'sys_atf_step'
                        id: 'ca7b2601437e489ebe9dbd6f9f16eeed'
                    }
                    bom_json: {
                        table: 'sys_module'
                        id: '849d4393de93499c8e98878a534a5fde'
                    }
                    'callback-api': {
                        table: 'sys_ws_definition'
                        id: 'ca1388bde0c946688d9d78360d076300'
                    }
                    'callback-catalog': {
                        table: 'sys_ws_operation'
                        id: 'fd11c0e896d04bbd86b9c2b56689a404'
                    }
                    'callback-fulfilment': {
                        table: 'sys_ws_operation'
                        id: '29181ffa152345c0b25629cc9b7fd0f9'
                    }
                    'callback-grants': {
                        table: 'sys_ws_operation'
                        id: '4811390e5e094209a1775e53aec5536f'
                    }
                    'callback-health': {
                        table: 'sys_ws_operation'
                        id: 'adb8f97983b141048d071eaa9a3fd7b2'
                    }
                    'callback-password-request': {
                        table: 'sys_ws_operation'
                        id: '7e66d1334af24f4faf2e5af1d7a189e4'
                    }
                    'callback-v1': {
                        table: 'sys_ws_version'
                        id: '19144886a7fa4c8ca5bc0ce91d25cd3b'
                    }
                    'catalog-de-choice-30': {
                        table: 'sys_translated_text'
                        id: '6639273e633b499cb0911d98fb8bd424'
                    }
                    'catalog-de-choice-365': {
                        table: 'sys_translated_text'
                        id: 'b92d3e8401074ecfb2fe78fbbdc348e4'
                    }
                    'catalog-de-choice-7': {
                        table: 'sys_translated_text'
                        id: 'e96cf9e09e7049208c485d6ba5cf57f9'
                    }
                    'catalog-de-choice-90': {
                        table: 'sys_translated_text'
                        id: 'c07165eedef443388b8169cbe4ef7cca'
                    }
                    'catalog-de-choice-none': {
                        table: 'sys_translated_text'
                        id: '7a571b207ce94843af41eceb1e1ed93d'
                    }
                    'catalog-de-item-description': {
                        table: 'sys_translated_text'
                        id: 'f6748a51816a40008a3facd373b455f4'
                    }
                    'catalog-de-item-name': {
                        table: 'sys_translated_text'
                        id: 'd57e4b45fb3d4e709c0ecfe0a4a4cd64'
                    }
                    'catalog-de-item-short-description': {
                        table: 'sys_translated_text'
                        id: '985b5a4d6a9640bba56004aeaaebb2ae'
                    }
                    'catalog-de-question-apps': {
                        table: 'sys_translated_text'
                        id: '48405fce822d4bf0ae804572735d58ef'
                    }
                    'catalog-de-question-apps-tooltip': {
                        table: 'sys_translated_text'
                        id: '123b6542d9954394811510d7f842beef'
                    }
                    'catalog-de-question-duration-days': {
                        table: 'sys_translated_text'
                        id: 'ffb3629ca90049e48b9849e2995f95dd'
                    }
                    'catalog-de-question-reason': {
                        table: 'sys_translated_text'
                        id: '18cc4446a65340b38dd72e11b849d0df'
                    }
                    'catalog-de-question-requested-for': {
                        table: 'sys_translated_text'
                        id: '7b8228fb2fe04f9eb6f1c8628fe2c86b'
                    }
                    'connection-api': {
                        table: 'sys_ws_definition'
                        id: 'c425589783644108aa037771deeb3f0d'
                    }
                    'connection-bind': {
                        table: 'sys_ws_operation'
                        id: 'f4a43a46efec47498f0b169b2c8c8f07'
                    }
                    'connection-v1': {
                        table: 'sys_ws_version'
                        id: 'ecc801e4a5fa45aea5349e61f662a984'
                    }
                    'credential-store-type': {
                        table: 'pwd_cred_store_type'
                        id: '9ea62e65bdde42939fcbae5a8aa3677c'
                    }
                    dashboard: {
                        table: 'par_dashboard'
                        id: '322b5dbf34504a7f8d078911ac2f62c4'
                        deleted: true
                    }
                    'dashboard-access': {
                        table: 'par_dashboard_widget'
                        id: '6087d97a0f474d22af7806fbbcbef087'
                    }
                    'dashboard-failed': {
                        table: 'par_dashboard_widget'
                        id: '007f2dcf659041cfb6020ce7422b5705'
                    }
                    'dashboard-manual': {
                        table: 'par_dashboard_widget'
                        id: 'e11744fdfcfa4720a301e081a6194a81'
                    }
                    'dashboard-states': {
                        table: 'par_dashboard_widget'
                        id: 'd758801dad5e4505b55c0a3a0a134c13'
                    }
                    'dashboard-sync-failed': {
                        table: 'par_dashboard_widget'
                        id: '7093f7c3a579448b8080151c082f68d3'
                    }
                    'dashboard-tab': {
                        table: 'par_dashboard_tab'
                        id: '64865ea6c819478884525af90d73bb7f'
                    }
                    'dashboard-under-way': {
                        table: 'par_dashboard_widget'
                        id: '2370288706cb4b8b90adff13629e9bcd'
                    }
                    'hallpass-dashboard': {
                        table: 'par_dashboard'
                        id: '742050dcc70d4bd1a05251a89657446e'
                    }
                    'hallpass-door': {
                        table: 'sys_script_include'
                        id: '1b09625e47d84a8d81aa2f2fead9c7b9'
                    }
                    'hallpass-menu': {
                        table: 'sys_app_application'
                        id: 'bffb9f81129e4aef999b0ddd00e117e1'
                    }
                    'job-compare': {
                        table: 'sysauto_script'
                        id: '2046663bc57f4880bdb9bb1cdefbee15'
                    }
                    'job-outbox': {
                        table: 'sysauto_script'
                        id: 'e6e17d8cd1884caa9884db6ed108b138'
                    }
                    'message-de-agents-link-coming': {
                        table: 'sys_ui_message'
                        id: '2a8159ebe55a4549b6476eb0df51ba80'
                    }
                    'message-de-already-held': {
                        table: 'sys_ui_message'
                        id: '30824d70f9e6405897b34c24c35d42f4'
                    }
                    'message-de-app-gone': {
                        table: 'sys_ui_message'
                        id: 'b6d2a6ccb58848419abe61c106255fe5'
                    }
                    'message-de-by-hand': {
                        table: 'sys_ui_message'
                        id: '7712428950d644c7b52a5f7876ab0e14'
                    }
                    'message-de-by-hand-task': {
                        table: 'sys_ui_message'
                        id: 'f7ce985c2e0b4e8e9268c112c03d9582'
                    }
                    'message-de-challenge-ended': {
                        table: 'sys_ui_message'
                        id: '478f4b7da4d9421c80547b567173c754'
                    }
                    'message-de-challenge-needed': {
                        table: 'sys_ui_message'
                        id: 'd14f1258269f47bea87006770ec8cd2a'
                    }
                    'message-de-clone': {
                        table: 'sys_ui_message'
                        id: '88cc1bcef1524a278ba892a2d3eeaa46'
                    }
                    'message-de-closed-by-hand': {
                        table: 'sys_ui_message'
                        id: 'e54698305c0d4ca6bf62aa69fd9d6e4e'
                    }
                    'message-de-code-wrong': {
                        table: 'sys_ui_message'
                        id: '3bbd15cf72b942ddbc53b9c342df2fd8'
                    }
                    'message-de-compared': {
                        table: 'sys_ui_message'
                        id: '4a5eecaeb22b49fcb16f5010cfe0c761'
                    }
                    'message-de-elsewhere': {
                        table: 'sys_ui_message'
                        id: 'c1fc0dedeba847e2b42b95bec5dad232'
                    }
                    'message-de-fulfilled': {
                        table: 'sys_ui_message'
                        id: '3cb0006db801475daafda1bc94bee634'
                    }
                    'message-de-has-already': {
                        table: 'sys_ui_message'
                        id: 'c5fbb8c07f4a4d6982ce863ad0ce0a04'
                    }
                    'message-de-link-coming': {
                        table: 'sys_ui_message'
                        id: 'eb74a42d5968400ba3256a2eff9f0015'
                    }
                    'message-de-link-sent': {
                        table: 'sys_ui_message'
                        id: '4b997ac28c9b4b2db54cd9cd5d756e39'
                    }
                    'message-de-manual-task': {
                        table: 'sys_ui_message'
                        id: 'ad9173904d2b4eb4858fb3885d358ac5'
                    }
                    'message-de-no-answer': {
                        table: 'sys_ui_message'
                        id: '41cb0f99ce5f42ae96973bcf7e32c9ec'
                    }
                    'message-de-no-approver': {
                        table: 'sys_ui_message'
                        id: 'b0ff1e1de46a44eebc415088d5c4136f'
                    }
                    'message-de-no-key': {
                        table: 'sys_ui_message'
                        id: '8392ac7d44b84cc8a8d9dcc82b68399d'
                    }
                    'message-de-no-user-name': {
                        table: 'sys_ui_message'
                        id: '2cf3b1565a114529ab247f222b3b8b70'
                    }
                    'message-de-nobody-may-decide': {
                        table: 'sys_ui_message'
                        id: '9be327cfd09e465aa46e30ee2806bcda'
                    }
                    'message-de-not-approved': {
                        table: 'sys_ui_message'
                        id: 'a5fbc2fd4f354a31a386cd6f1e3646f0'
                    }
                    'message-de-not-connected': {
                        table: 'sys_ui_message'
                        id: '7d5f3e53ab8d444c805537e1cbda0336'
                    }
                    'message-de-not-in-hallpass': {
                        table: 'sys_ui_message'
                        id: '603fd25d71534237b1248df46babe1f8'
                    }
                    'message-de-not-requestable': {
                        table: 'sys_ui_message'
                        id: '26d2715b3ea94afcbbdd379a5922bee6'
                    }
                    'message-de-nothing-chosen': {
                        table: 'sys_ui_message'
                        id: '714817ed7a85458a86f69ee51320b72e'
                    }
                    'message-de-one-more': {
                        table: 'sys_ui_message'
                        id: '842dc0da8d6845b3b41843657963dbe5'
                    }
                    'message-de-page-check': {
                        table: 'sys_ui_message'
                        id: '335878f7786c4c99ab877d7f1207436f'
                    }
                    'message-de-page-code': {
                        table: 'sys_ui_message'
                        id: '035ba78207194470b7747a447bc14dfe'
                    }
                    'message-de-page-differ': {
                        table: 'sys_ui_message'
                        id: '54923ab37dec4621adc56b0a95982f40'
                    }
                    'message-de-page-go': {
                        table: 'sys_ui_message'
                        id: 'ab804ffc526547ca972e80b2dd56e668'
                    }
                    'message-de-page-look': {
                        table: 'sys_ui_message'
                        id: 'ae3dc312a38c452e86c288642b900fa0'
                    }
                    'message-de-page-password': {
                        table: 'sys_ui_message'
                        id: 'eadc823f6ed048bb81658e6fc68ff605'
                    }
                    'message-de-page-repeat': {
                        table: 'sys_ui_message'
                        id: '02f00e5a868b4c29ac68ed7aad0ae14d'
                    }
                    'message-de-page-send': {
                        table: 'sys_ui_message'
                        id: 'e65cb9b489304152b53a3750cf5f2a51'
                    }
                    'message-de-page-set': {
                        table: 'sys_ui_message'
                        id: '301d1ccc1467444f9b00504413101491'
                    }
                    'message-de-page-signed-out': {
                        table: 'sys_ui_message'
                        id: '869050fc2af14f498144512d33e9aeed'
                    }
                    'message-de-page-title': {
                        table: 'sys_ui_message'
                        id: '40034a4cc09f4cccbaa56c4230027111'
                    }
                    'message-de-person-unknown': {
                        table: 'sys_ui_message'
                        id: '321a1ac932594c50bd93c6b5d9925b4a'
                    }
                    'message-de-plan': {
                        table: 'sys_ui_message'
                        id: '136cda3c7a3044679de031e10aa686bb'
                    }
                    'message-de-proof-empty': {
                        table: 'sys_ui_message'
                        id: 'da9073f8d9dc46cbb04c97b697a8f99c'
                    }
                    'message-de-proof-mail-code': {
                        table: 'sys_ui_message'
                        id: '3b993eb66efd49a5bac4267fdbc9511f'
                    }
                    'message-de-proof-recovery-codes': {
                        table: 'sys_ui_message'
                        id: 'c3bcf64ee45b43849859d6de4e3ff2e2'
                    }
                    'message-de-proof-sent': {
                        table: 'sys_ui_message'
                        id: '3e9d3adfca7d466d8197a6613ab6b014'
                    }
                    'message-de-proof-totp': {
                        table: 'sys_ui_message'
                        id: 'c3d569e9a61a420686d1e79ccdb81f13'
                    }
                    'message-de-rejected': {
                        table: 'sys_ui_message'
                        id: 'a035f05b5e004d5e965f0e81253699a4'
                    }
                    'message-de-reset-done': {
                        table: 'sys_ui_message'
                        id: 'b2b381b9f40843e28a43ab3a9bd049dc'
                    }
                    'message-de-task-made-again': {
                        table: 'sys_ui_message'
                        id: 'ae6db76426b349828e53336b805880e4'
                    }
                    'message-de-try-later': {
                        table: 'sys_ui_message'
                        id: '9896395c8ce9461ea243d9827ac4678a'
                    }
                    'message-de-twice-in-hallpass': {
                        table: 'sys_ui_message'
                        id: '0e8f6ede607d4f7087d8841f575d9eca'
                    }
                    'message-de-waiting-for': {
                        table: 'sys_ui_message'
                        id: '1df81536ee60434aa1069e87bfb003fa'
                    }
                    'message-en-agents-link-coming': {
                        table: 'sys_ui_message'
                        id: 'fa5486d2dfb04178838cfe9f8ad80fdd'
                    }
                    'message-en-already-held': {
                        table: 'sys_ui_message'
                        id: '33476bb64529474cb71e8c58af6cae63'
                    }
                    'message-en-app-gone': {
                        table: 'sys_ui_message'
                        id: '31c17ff38d7b48e28aefd6dd8de3406e'
                    }
                    'message-en-by-hand': {
                        table: 'sys_ui_message'
                        id: '42736343162944d0b3d56ac377398186'
                    }
                    'message-en-by-hand-task': {
                        table: 'sys_ui_message'
                        id: 'c519645356ab41aab4ff14b05d349f9d'
                    }
                    'message-en-challenge-ended': {
                        table: 'sys_ui_message'
                        id: '804775fd1e174ca292112017801236d5'
                    }
                    'message-en-challenge-needed': {
                        table: 'sys_ui_message'
                        id: 'e05e27c5b2814a4dbcd91d4ea68a45b7'
                    }
                    'message-en-clone': {
                        table: 'sys_ui_message'
                        id: 'e3065949342d4478a506d06b30a51f44'
                    }
                    'message-en-closed-by-hand': {
                        table: 'sys_ui_message'
                        id: 'b014616f8f7e4ff597e687e1b56892c7'
                    }
                    'message-en-code-wrong': {
                        table: 'sys_ui_message'
                        id: '7404dc600aaa43818718c890e54a1a1e'
                    }
                    'message-en-compared': {
                        table: 'sys_ui_message'
                        id: 'ce13fdf3b4444c08a370c193c06ce6b6'
                    }
                    'message-en-elsewhere': {
                        table: 'sys_ui_message'
                        id: 'e15ce40980ca40a699dba2ecafc764a5'
                    }
                    'message-en-fulfilled': {
                        table: 'sys_ui_message'
                        id: '61de3dd7967b4593848ad703b39c8058'
                    }
                    'message-en-has-already': {
                        table: 'sys_ui_message'
                        id: 'a80a5edb2c9747d3acc06d2183f4dbe7'
                    }
                    'message-en-link-coming': {
                        table: 'sys_ui_message'
                        id: 'eede2a525a0f4714ad13e7fcedab4dd7'
                    }
                    'message-en-link-sent': {
                        table: 'sys_ui_message'
                        id: '54de0f654fac49ea9c8bc3d3696dd7f9'
                    }
                    'message-en-manual-task': {
                        table: 'sys_ui_message'
                        id: '97aa71cdc698431c83895488f1aab126'
                    }
                    'message-en-no-answer': {
                        table: 'sys_ui_message'
                        id: 'ef54ab796c8749c1ae23d15e87f48f7d'
                    }
                    'message-en-no-approver': {
                        table: 'sys_ui_message'
                        id: '1f4f1382b0934d3398b3b7d125b744bf'
                    }
                    'message-en-no-key': {
                        table: 'sys_ui_message'
                        id: '7a5d1e164206476a97ebdc4f8531ad84'
                    }
                    'message-en-no-user-name': {
                        table: 'sys_ui_message'
                        id: 'c204adef4f5646599dea31ce77d51821'
                    }
                    'message-en-nobody-may-decide': {
                        table: 'sys_ui_message'
                        id: '16dea6aefb3b4132b06a964a773a2819'
                    }
                    'message-en-not-approved': {
                        table: 'sys_ui_message'
                        id: 'c9c6a8544d6e4d70a7ca68d525d714e0'
                    }
                    'message-en-not-connected': {
                        table: 'sys_ui_message'
                        id: '5e2498085d78433c9da8aa6bb620dd57'
                    }
                    'message-en-not-in-hallpass': {
                        table: 'sys_ui_message'
                        id: 'f24f38bf3e4a4206972e8408fda4f77d'
                    }
                    'message-en-not-requestable': {
                        table: 'sys_ui_message'
                        id: '4abc92199e3d40ca900d6409ce98d951'
                    }
                    'message-en-nothing-chosen': {
                        table: 'sys_ui_message'
                        id: '9ef61243f776447ca4be6c1008784bd0'
                    }
                    'message-en-one-more': {
                        table: 'sys_ui_message'
                        id: '7607fbd2d1ba4c73ad1fa6bbe9ae9649'
                    }
                    'message-en-page-check': {
                        table: 'sys_ui_message'
                        id: '422eb64404974386a5fe520d6671aa29'
                    }
                    'message-en-page-code': {
                        table: 'sys_ui_message'
                        id: '9d5490a225fd4cdaae4d662f292474ef'
                    }
                    'message-en-page-differ': {
                        table: 'sys_ui_message'
                        id: '30f22597dab043eea15e5e8b41707537'
                    }
                    'message-en-page-go': {
                        table: 'sys_ui_message'
                        id: '73c45ee2f35e4b2a809bb308eb44aa6e'
                    }
                    'message-en-page-look': {
                        table: 'sys_ui_message'
                        id: '76ff98f25c024094a7847a5124dd05ec'
                    }
                    'message-en-page-password': {
                        table: 'sys_ui_message'
                        id: '37038bdee7e14b1ca72e61aa3cb83529'
                    }
                    'message-en-page-repeat': {
                        table: 'sys_ui_message'
                        id: 'af2ecf6a7c2f417aa3dbd39d10831977'
                    }
                    'message-en-page-send': {
                        table: 'sys_ui_message'
                        id: 'b0b0cd13fa384a4187bca70efe49939f'
                    }
                    'message-en-page-set': {
                        table: 'sys_ui_message'
                        id: '8d0da14fd79048c2a37098d984e480f2'
                    }
                    'message-en-page-signed-out': {
                        table: 'sys_ui_message'
                        id: '0ae492c1247345b7b1dbd874f84a417a'
                    }
                    'message-en-page-title': {
                        table: 'sys_ui_message'
                        id: '6c2a8ea1263242a780152c4ed8ef0fb0'
                    }
                    'message-en-person-unknown': {
                        table: 'sys_ui_message'
                        id: 'ec99cc60969d47b1b1c3b683e2232661'
                    }
                    'message-en-plan': {
                        table: 'sys_ui_message'
                        id: 'b967f62cf06e4d89a528aa677bfaef32'
                    }
                    'message-en-proof-empty': {
                        table: 'sys_ui_message'
                        id: '26cf79c469084a0894d66d826758780c'
                    }
                    'message-en-proof-mail-code': {
                        table: 'sys_ui_message'
                        id: '0556e29dad9c4bfabd94f0d93084cdb6'
                    }
                    'message-en-proof-recovery-codes': {
                        table: 'sys_ui_message'
                        id: '25255bc2dc8c47b1a0002122a0860966'
                    }
                    'message-en-proof-sent': {
                        table: 'sys_ui_message'
                        id: '0706590cfbd446319ee2aa597607ce58'
                    }
                    'message-en-proof-totp': {
                        table: 'sys_ui_message'
                        id: '60affffef6024df1801aa9a5687ea718'
                    }
                    'message-en-rejected': {
                        table: 'sys_ui_message'
                        id: 'be924e826356439da5112b584b0fbf16'
                    }
                    'message-en-reset-done': {
                        table: 'sys_ui_message'
                        id: 'e835da2b9f0c461fbeda96c2ff8bc555'
                    }
                    'message-en-task-made-again': {
                        table: 'sys_ui_message'
                        id: 'a8d5269a871a438386a75eb8432c8579'
                    }
                    'message-en-try-later': {
                        table: 'sys_ui_message'
                        id: '4c465e9b6fec4673920a99af3fc5e1c0'
                    }
                    'message-en-twice-in-hallpass': {
                        table: 'sys_ui_message'
                        id: '9a2a9d931bd94f64add6904e27f9fec3'
                    }
                    'message-en-waiting-for': {
                        table: 'sys_ui_message'
                        id: '4e3ef9ea80d1446481cd511209a0fbe4'
                    }
                    'message-fulfil': {
                        table: 'sys_rest_message'
                        id: '50d36b7287a0432da8d2302e61ffedd4'
                    }
                    'message-password': {
                        table: 'sys_rest_message'
                        id: '3e9416b4f2d64510b2ea6e34b9d89772'
                    }
                    'message-read': {
                        table: 'sys_rest_message'
                        id: 'cc8b066801ba4cc9acb356a7c054987a'
                    }
                    'module-access': {
                        table: 'sys_app_module'
                        id: '34f959cd5adb4ff5b4a510b36c01b4db'
                    }
                    'module-apps': {
                        table: 'sys_app_module'
                        id: '91f3369f7d5f42849f59a38d6786a8ef'
                    }
                    'module-failures': {
                        table: 'sys_app_module'
                        id: '4a48810bb1624059944ddbc81acb0e3c'
                    }
                    'module-keys': {
                        table: 'sys_app_module'
                        id: '083d0a2e0c8e43beada0e2bbb2bfff06'
                    }
                    'module-orders': {
                        table: 'sys_app_module'
                        id: 'c8ee8b9d186c4068a60db953b4f8e021'
                    }
                    'module-syncs': {
                        table: 'sys_app_module'
                        id: '7b07be4d85804ff985e73580a46928c2'
                    }
                    'oauth-fulfil': {
                        table: 'oauth_entity'
                        id: 'c0ebe5d71fe6484b84152640ab479371'
                    }
                    'oauth-fulfil-profile': {
                        table: 'oauth_entity_profile'
                        id: '27dbaacdd61e4903807c3dbce8929e3f'
                    }
                    'oauth-fulfil-profile-scope': {
                        table: 'oauth_entity_profile_scope'
                        id: 'c9ce2c0b1d3a40fcb0e015cd4a025e04'
                    }
                    'oauth-fulfil-scope': {
                        table: 'oauth_entity_scope'
                        id: '0042eea3cca74a3f9afb139e71f2abc3'
                    }
                    'oauth-password': {
                        table: 'oauth_entity'
                        id: 'f36619dc7adc4da2b9739323b4bf0b08'
                    }
                    'oauth-password-profile': {
                        table: 'oauth_entity_profile'
                        id: '1fc589ddbcad4350a2fae0ec9153a7a1'
                    }
                    'oauth-password-profile-scope': {
                        table: 'oauth_entity_profile_scope'
                        id: '049ea3b163db482382b1916b5881539d'
                    }
                    'oauth-password-scope': {
                        table: 'oauth_entity_scope'
                        id: 'dbf6c85285c648209d0311523562b333'
                    }
                    'oauth-read': {
                        table: 'oauth_entity'
                        id: '3d89b1bf233b4766867cd770b62fc0d5'
                    }
                    'oauth-read-profile': {
                        table: 'oauth_entity_profile'
                        id: 'f446bb2c8c7944f38193930001b3925e'
                    }
                    'oauth-read-profile-scope': {
                        table: 'oauth_entity_profile_scope'
                        id: '51e36ee7cc2c4b88b4eceeba9c580989'
                    }
                    'oauth-read-scope': {
                        table: 'oauth_entity_scope'
                        id: 'db731d6073ce425a9aa97ad3e075be26'
                    }
                    'order-form-ajax': {
                        table: 'sys_script_include'
                        id: 'f98a54f51d104b72b73068c5c34bcd33'
                    }
                    'order-form-person': {
                        table: 'catalog_script_client'
                        id: 'eb2b0a96090e412cb6edb1e60a4be202'
                    }
                    package_json: {
                        table: 'sys_module'
                        id: 'e0b97acaec5246078583910c23c2a64c'
                    }
                    'page-password-column': {
                        table: 'sp_column'
                        id: 'ca28a20c5b92401b8329dbf37d8062ca'
                    }
                    'page-password-container': {
                        table: 'sp_container'
                        id: '3cad938b86f244c1a0d12df12a885c38'
                    }
                    'page-password-instance': {
                        table: 'sp_instance'
                        id: 'fdaec01639e945b389d5e4a6bf927ed4'
                    }
                    'page-password-row': {
                        table: 'sp_row'
                        id: 'f2a7d3042a94476c8e872a23f25010c1'
                    }
                    'privilege-approval-read': {
                        table: 'sys_scope_privilege'
                        id: 'b8edd39a822542afb442afbd9f661314'
                    }
                    'privilege-approval-write': {
                        table: 'sys_scope_privilege'
                        id: 'a6df94e1269a4150b621fe7ae7ff892c'
                    }
                    'privilege-item-read': {
                        table: 'sys_scope_privilege'
                        id: 'bc039fecd95c4786be3afd01238910ef'
                    }
                    'privilege-item-write': {
                        table: 'sys_scope_privilege'
                        id: 'c2268233276047149d158a23b2b6f3dc'
                    }
                    'privilege-reset-request-read': {
                        table: 'sys_scope_privilege'
                        id: '4162e6f944bd41a98c3b0d2f956c123f'
                    }
                    'privilege-task-create': {
                        table: 'sys_scope_privilege'
                        id: 'd063518401f1407483b598211c792956'
                    }
                    'privilege-task-read': {
                        table: 'sys_scope_privilege'
                        id: '957525cf2e364b13aaacd457558aa41f'
                    }
                    'privilege-task-write': {
                        table: 'sys_scope_privilege'
                        id: '58857e1a00ae4c9488fe2e97fd750753'
                    }
                    'privilege-user-read': {
                        table: 'sys_scope_privilege'
                        id: 'a98ad51b2712472ca86882c8a7b6e8ad'
                    }
                    'privilege-variables-read': {
                        table: 'sys_scope_privilege'
                        id: '19ec0e788c324dc3b530ec2a2088ea03'
                    }
                    'property-bound-instance-id': {
                        table: 'sys_properties'
                        id: '0d01b7df4348414fbca208f89fcd9f4f'
                    }
                    'property-bound-instance-url': {
                        table: 'sys_properties'
                        id: '17cfc26e79484a68b8146718fb7c5fe4'
                    }
                    'property-catalog-item': {
                        table: 'sys_properties'
                        id: '859063908a8a4f14bb82ab0338afe42d'
                    }
                    'property-hallpass-url': {
                        table: 'sys_properties'
                        id: 'ffee9bee0fcd49b98685aa60bbe85c7d'
                    }
                    'property-mid-server': {
                        table: 'sys_properties'
                        id: 'def67a4ab4c2442b9306ddc1ec71b27d'
                    }
                    'property-mode': {
                        table: 'sys_properties'
                        id: 'c307a77f048a44d19d3da58fcaafd6e5'
                    }
                    'property-task-group': {
                        table: 'sys_properties'
                        id: '6fad81e9332548f4b705546ef97dddca'
                    }
                    'retry-hallpass': {
                        table: 'sys_retry_policy'
                        id: '28f0d12e0a3b4c60b6f0dd6d53a52463'
                    }
                    'rule-call-answered': {
                        table: 'sys_script'
                        id: '4f300ce924314dd986acf6d768509c35'
                    }
                    'rule-item-closed': {
                        table: 'sys_script'
                        id: '1d9c1194055b49c798a348e2d878ce4c'
                    }
                    'rule-send-call': {
                        table: 'sys_script'
                        id: 'e6bd3982b14e4a0cb10b851f9fef8cdc'
                    }
                    'rule-task-deleted': {
                        table: 'sys_script'
                        id: '720f623f9e9148238b65d8d69dbe6031'
                    }
                    'src_server_app-qualifier_ts': {
                        table: 'sys_module'
                        id: '9400a294d78e43f988d25b03756d2956'
                        deleted: true
                    }
                    'src_server_apply-catalog_ts': {
                        table: 'sys_module'
                        id: '973dfeed88cf42978b35a41be99b0a6b'
                    }
                    'src_server_apply-fulfilment_ts': {
                        table: 'sys_module'
                        id: '60ce359ee6b2458b9011bbbe9e26882d'
                    }
                    'src_server_apply-policy_ts': {
                        table: 'sys_module'
                        id: '41c0d683b0e940f5a39b1d83cb95d815'
                    }
                    'src_server_approval-rule_ts': {
                        table: 'sys_module'
                        id: '46ead5679b994ee19f028897dd9103a9'
                    }
                    src_server_callbacks_ts: {
                        table: 'sys_module'
                        id: '1a4a0f588f90423788e23cb4116b5a90'
                    }
                    src_server_calls_ts: {
                        table: 'sys_module'
                        id: '5163adef0a474d85990a86a448c7e9e0'
                    }
                    'src_server_check-binding_ts': {
                        table: 'sys_module'
                        id: '4e01cf3688004fc8b090032ca35e8915'
                    }
                    'src_server_close-order_ts': {
                        table: 'sys_module'
                        id: '1097614f2ccd47b9a3034b9c7730fc3b'
                    }
                    'src_server_compare-catalog_ts': {
                        table: 'sys_module'
                        id: '09e5feda4f5441b099d345250ce88f47'
                    }
                    src_server_connect_ts: {
                        table: 'sys_module'
                        id: '091289e2d2c24a53aa03b9a7db9c5323'
                    }
                    'src_server_decide-retry_ts': {
                        table: 'sys_module'
                        id: '063b3551ffdb4d99af90eefd9a8a4047'
                    }
                    src_server_door_ts: {
                        table: 'sys_module'
                        id: 'c0008b9f4cb84895871850c18a2ef693'
                    }
                    'src_server_finish-order_ts': {
                        table: 'sys_module'
                        id: '7f3c295c654942d9bc51e9175e5df904'
                    }
                    'src_server_give-by-hand_ts': {
                        table: 'sys_module'
                        id: '3b870c30e62f4b2ba59ff50edb8b0fb6'
                    }
                    src_server_glide_ts: {
                        table: 'sys_module'
                        id: '7143b8baf1b04028879066b3f2625c8e'
                    }
                    'src_server_glide-flow_ts': {
                        table: 'sys_module'
                        id: 'da293c4e3c094f4da06c1db67232ba83'
                    }
                    'src_server_glide-http_ts': {
                        table: 'sys_module'
                        id: '103b549688d54e96a8f34a8265442ce5'
                    }
                    'src_server_glide-tables_ts': {
                        table: 'sys_module'
                        id: '964e3f5c12ed44dcad06a63d03c195fe'
                    }
                    'src_server_glide-text_ts': {
                        table: 'sys_module'
                        id: '3add4a4c8ab9418db1fc46e77a30d127'
                    }
                    src_server_jobs_ts: {
                        table: 'sys_module'
                        id: 'e9985b86d4c74ffd833b7affacf61a0d'
                    }
                    'src_server_manual-task_ts': {
                        table: 'sys_module'
                        id: '1d02ba190ba84ce18f770bcb579572ad'
                    }
                    'src_server_merge-stages_ts': {
                        table: 'sys_module'
                        id: 'ca554458e03c4e86ac627830e0da1248'
                    }
                    'src_server_note-grant_ts': {
                        table: 'sys_module'
                        id: 'bc3156d22bdd4c97a61806e4bd90fdce'
                    }
                    'src_server_on-item-changed_ts': {
                        table: 'sys_module'
                        id: '969e38abe0a14e588d103153e7c6cbd6'
                    }
                    'src_server_on-task-deleted_ts': {
                        table: 'sys_module'
                        id: '102478a076174253b5b6177239200508'
                    }
                    'src_server_open-approvals_ts': {
                        table: 'sys_module'
                        id: 'ee979b75d91343f2bfbbc5c4964fa855'
                    }
                    'src_server_order-form_ts': {
                        table: 'sys_module'
                        id: 'f8effcf08ec2470697e0169259f4b569'
                    }
                    'src_server_password_ask-hallpass_ts': {
                        table: 'sys_module'
                        id: '4db5915e35e94a6088d766f86cb8b9b3'
                    }
                    src_server_password_challenge_ts: {
                        table: 'sys_module'
                        id: '36f76b334e8048029a58564abff606a3'
                    }
                    src_server_password_elsewhere_ts: {
                        table: 'sys_module'
                        id: '51ee62962e1441edb878eba0c176891a'
                    }
                    'src_server_password_instance-facts_ts': {
                        table: 'sys_module'
                        id: 'e536f845fc754e55b5d9e2006bc1d951'
                    }
                    'src_server_password_own-password_ts': {
                        table: 'sys_module'
                        id: '126222e6e6fc438e8e8d0a631b2f7167'
                    }
                    'src_server_password_read-request_ts': {
                        table: 'sys_module'
                        id: '7fba52d3574e400699f12a00f18f128f'
                    }
                    'src_server_password_reset-password_ts': {
                        table: 'sys_module'
                        id: '7468cf73ffe04fbfa406549f4cf314c9'
                    }
                    'src_server_password_send-link_ts': {
                        table: 'sys_module'
                        id: 'c5bc86ea0b8c41ee9476f547771b3184'
                    }
                    'src_server_password_settle-request_ts': {
                        table: 'sys_module'
                        id: 'd72fd36836524fc9b98aff8e4332a633'
                    }
                    'src_server_person-on-wire_ts': {
                        table: 'sys_module'
                        id: '27282edceaca47f492524bff840a5c96'
                    }
                    'src_server_poll-fulfilments_ts': {
                        table: 'sys_module'
                        id: '045fbdbdad6e4222b56c8471e3817dc2'
                    }
                    src_server_ports_ts: {
                        table: 'sys_module'
                        id: 'a6cb8343de944d46b9013fdf02d0bedb'
                    }
                    'src_server_prepare-order_ts': {
                        table: 'sys_module'
                        id: 'a865e783502546ffaf286a7a0f53fb66'
                    }
                    'src_server_problem-of_ts': {
                        table: 'sys_module'
                        id: 'c9b122034278444a9942c011cf763c7c'
                    }
                    'src_server_read-order_ts': {
                        table: 'sys_module'
                        id: '64e126a23589498a9e814adc13a23dae'
                    }
                    src_server_rest_ts: {
                        table: 'sys_module'
                        id: '0ca2049ffe034223a79473d5fe753b35'
                    }
                    'src_server_retry-call_ts': {
                        table: 'sys_module'
                        id: '72ce93fe45794caaad6efe44fa128dc5'
                    }
                    'src_server_row-of-role_ts': {
                        table: 'sys_module'
                        id: 'eb07e93f9c50469098a96cd259e58071'
                    }
                    src_server_rules_ts: {
                        table: 'sys_module'
                        id: '0a68aa21c5be4a649654bee87fa00b11'
                    }
                    'src_server_run-outbox_ts': {
                        table: 'sys_module'
                        id: 'f331a004ff284a699d8953c2bf2431cb'
                    }
                    'src_server_run-stage_ts': {
                        table: 'sys_module'
                        id: '70b5a5f4d9e04317993aa19a097e2def'
                    }
                    'src_server_send-call_ts': {
                        table: 'sys_module'
                        id: '76d33bc07b204030b90b0fff012bedf9'
                    }
                    'src_server_sign-call_ts': {
                        table: 'sys_module'
                        id: 'd1d9a5312f744b51a72dab69670719e6'
                    }
                    src_server_signature_ts: {
                        table: 'sys_module'
                        id: '656a810802614e3492987e3ed205258a'
                    }
                    'src_server_start-fulfilment_ts': {
                        table: 'sys_module'
                        id: '1e2170c3ab944a53902ee35b73647843'
                    }
                    src_server_tables_ts: {
                        table: 'sys_module'
                        id: 'b043a1d628ef442b8b3bace14e1653c3'
                    }
                    src_server_times_ts: {
                        table: 'sys_module'
                        id: '95d414abc4d046fc9f61f11e8fc616ad'
                    }
                    'src_server_try-outward_ts': {
                        table: 'sys_module'
                        id: '92ca923b4419408b8953aad0602495ba'
                    }
                    'src_server_ui-actions_ts': {
                        table: 'sys_module'
                        id: 'f8a24e105eb348d8af33c5bedeec604c'
                    }
                    src_server_unsaid_ts: {
                        table: 'sys_module'
                        id: 'e213ce20df2d45d5ba970a670c23cde4'
                    }
                    'src_server_verify-callback_ts': {
                        table: 'sys_module'
                        id: 'eef28be9cd3a451c815f2d6adea0bc15'
                    }
                    src_server_wire_ts: {
                        table: 'sys_module'
                        id: '33cebbbf0b54407484f19c437ff09bc4'
                    }
                    src_server_words_ts: {
                        table: 'sys_module'
                        id: '3a470f000ae64a6c840b9ccc61e5b660'
                    }
                    'stage-de-by-hand': {
                        table: 'sys_ui_message'
                        id: '7eba5c7586b942269f48eb7576e75e5d'
                    }
                    'stage-de-checking': {
                        table: 'sys_ui_message'
                        id: 'a5200454db1042a2ad79bc49cf9b337f'
                    }
                    'stage-de-decided': {
                        table: 'sys_ui_message'
                        id: '5098a2740eef4781a883105140be038c'
                    }
                    'stage-de-done': {
                        table: 'sys_ui_message'
                        id: '7d97680b211b48e1beaadd835e7c01c6'
                    }
                    'stage-de-further': {
                        table: 'sys_ui_message'
                        id: '1501de72cd604579b712e2ccb6d69290'
                    }
                    'stage-de-giving': {
                        table: 'sys_ui_message'
                        id: 'f825b7071e854f88a3c596febac67607'
                    }
                    'stage-de-group': {
                        table: 'sys_ui_message'
                        id: 'e633ab1c8fd84516bbac7efd614d4257'
                    }
                    'stage-de-manager': {
                        table: 'sys_ui_message'
                        id: '0c458a72ba4143cd8917714c7529019a'
                    }
                    'stage-de-owner': {
                        table: 'sys_ui_message'
                        id: 'b8e4c19e10df43008f77b25538cf5896'
                    }
                    'stage-de-waiting': {
                        table: 'sys_ui_message'
                        id: '4fd1a0dbac694996bf5132ef30b43169'
                    }
                    'stage-de-waiting-manager': {
                        table: 'sys_ui_message'
                        id: 'dadf58a2d928487c980f1e169aa2b809'
                    }
                    'stage-de-waiting-owner': {
                        table: 'sys_ui_message'
                        id: '07f7854f204d4a0bada5bf96caf634fa'
                    }
                    'subflow-ask-stage': {
                        table: 'sys_hub_flow'
                        id: '627d0828d2864de0a0129f0d5e56537e'
                    }
                    'subflow-ask-stage-outputs': {
                        table: 'sys_hub_flow_logic_instance_v2'
                        id: '9a4f2ef3be364530a4bf295794d466b5'
                    }
                    'subflow-pwd-change': {
                        table: 'sys_hub_flow'
                        id: 'b72ec13fe74045aea9a1a41bb4f58d73'
                    }
                    'subflow-pwd-change-outputs': {
                        table: 'sys_hub_flow_logic_instance_v2'
                        id: '92e90271e3d94310bb466fd9b1672eb4'
                    }
                    'subflow-pwd-change-step': {
                        table: 'sys_hub_action_instance_v2'
                        id: 'aad41d884c0d40a68ce365a9a53c62d9'
                    }
                    'subflow-pwd-connection-test': {
                        table: 'sys_hub_flow'
                        id: 'abab25a6713a4af6ad874af3549500b7'
                    }
                    'subflow-pwd-connection-test-outputs': {
                        table: 'sys_hub_flow_logic_instance_v2'
                        id: 'a1773640a2034d22a8f76873b72db0f4'
                    }
                    'subflow-pwd-connection-test-step': {
                        table: 'sys_hub_action_instance_v2'
                        id: 'bc179f00c5f24cf89221eea3a1351e19'
                    }
                    'subflow-pwd-lock-state': {
                        table: 'sys_hub_flow'
                        id: '1061f8cd02ed4268a19d9f0f77cd8167'
                    }
                    'subflow-pwd-lock-state-outputs': {
                        table: 'sys_hub_flow_logic_instance_v2'
                        id: '570f709d38424f5ab2fd6a7a57814eae'
                    }
                    'subflow-pwd-lock-state-step': {
                        table: 'sys_hub_action_instance_v2'
                        id: '6ca53b384fa743fd82ea90e777d765f8'
                    }
                    'subflow-pwd-reset': {
                        table: 'sys_hub_flow'
                        id: '34dce0b4fdba4d7aabd045de6ae4a0fa'
                    }
                    'subflow-pwd-reset-outputs': {
                        table: 'sys_hub_flow_logic_instance_v2'
                        id: 'b3b40a857ea14b6991dab62fc3e3efe2'
                    }
                    'subflow-pwd-reset-step': {
                        table: 'sys_hub_action_instance_v2'
                        id: '0c828a4f575543bfbfeb8d9d21509b87'
                    }
                    'subflow-pwd-unlock': {
                        table: 'sys_hub_flow'
                        id: '906c83970d1f4e3cab0d0f8a51d56edd'
                    }
                    'subflow-pwd-unlock-outputs': {
                        table: 'sys_hub_flow_logic_instance_v2'
                        id: '076a943220614ac68c57a7aaf36570d9'
                    }
                    'subflow-pwd-unlock-step': {
                        table: 'sys_hub_action_instance_v2'
                        id: '7ce8bf74cf7849ea89660628b0b71ebe'
                    }
                    'ui-compare-now': {
                        table: 'sys_ui_action'
                        id: '531f09865f1d4319b1f629ff442307cc'
                    }
                    'ui-password-link': {
                        table: 'sys_ui_action'
                        id: 'c0bb2c0306cf4f0e836f421b4383c572'
                    }
                    'ui-try-again': {
                        table: 'sys_ui_action'
                        id: 'eb59b3430d0a4836bc901040cbd98d6f'
                    }
                    'verification-enrollment': {
                        table: 'sys_script_include'
                        id: '10c555abd9ff4a3f90f4d7409c5048b9'
                    }
                    'verification-macro': {
                        table: 'sys_ui_macro'
                        id: '335095a824e74eafad2641ffbc1d6d61'
                    }
                    'verification-processor': {
                        table: 'sys_script_include'
                        id: '39aa931a26c44a6ca83cf1f1149a8773'
                    }
                    'verification-type': {
                        table: 'pwd_verification_type'
                        id: '8a5fd491daac4505b909d9eb4a205da3'
                    }
                    'widget-password': {
                        table: 'sp_widget'
                        id: 'eee50021c04245d684d0e3168d4ea44a'
                    }
                }
                composite: [
                    {
                        table: 'sys_documentation'
                        id: '00e5acd6368547628e02f209cd6992a2'
                        key: {
                            name: 'x_hlps_access_call'
                            element: 'kind'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '03381c7451f04202afea1969b73f6138'
                        key: {
                            name: 'var__m_sys_hub_action_output_e044088e01954006b15bb6ae1dec5f01'
                            element: '__dont_treat_as_error__'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_variable_value'
                        id: '033a000636114977bd756a8c6ea641a3'
                        key: {
                            document_key: 'ae241e17ff7b41be9d676229a30018d1'
                            variable: '74315b04b3201300176b051a16a8dc2b'
                        }
                    },
                    {
                        table: 'sys_choice'
                        id: '03545d9983d6419b8db04cd51fefd519'
                        key: {
                            name: 'x_hlps_access_call'
                            element: 'kind'
                            value: 'revocation'
                            language: 'en'
                            dependent_value: 'NULL'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '0473c0959ad5410e99cd0c85eb958bc5'
                        key: {
                            name: 'x_hlps_access_stage'
                            element: 'kind'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: '047628ebf8a14b09b79864970f3e4d3c'
                        key: {
                            name: 'x_hlps_access_app'
                            element: 'synced_at'
                        }
                    },
                    {
                        table: 'sys_db_object'
                        id: '04cd561779e646a295a040659e239477'
                        key: {
                            name: 'x_hlps_access_challenge'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '04f19ce498f64c7c87a5909fe44db5fb'
                        key: {
                            name: 'var__m_sys_hub_flow_output_b72ec13fe74045aea9a1a41bb4f58d73'
                            element: 'error_message'
                            language: 'en'
                        }
                    },
                    {
                        table: 'item_option_new'
                        id: '0501c56b41764e85aab7cd2cc482ee9c'
                        key: {
                            cat_item: 'f341975e869a4ea6b6fb88510e845e18'
                            variable_set: 'NULL'
                            name: 'apps'
                        }
                    },
                    {
                        table: 'sys_choice'
                        id: '0509c80453714e5db54f95c0cb0a0bde'
                        key: {
                            name: 'var__m_sys_hub_flow_output_906c83970d1f4e3cab0d0f8a51d56edd'
                            element: 'status'
                            value: 'failure'
                            language: 'en'
                            dependent_value: 'NULL'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: '053bf5e67d164f239d9375455634b058'
                        key: {
                            name: 'x_hlps_access_stage'
                            element: 'decided_at'
                        }
                    },
                    {
                        table: 'sys_variable_value'
                        id: '05de647708b04fdbb255019a25f338de'
                        key: {
                            document_key: '77411e34c6bd4815ae39ebc3d8198015'
                            variable: '74315b04b3201300176b051a16a8dc2b'
                        }
                    },
                    {
                        table: 'sys_hub_flow_stage'
                        id: '05ffbb49cf82425aaa8be3eb6cfbb6ce'
                        key: {
                            flow: '8668aed61c3a4a199337eb9dde9f4fe3'
                            value: 'by_hand'
                        }
                    },
                    {
                        table: 'sys_choice'
                        id: '061a6879c4f744c58e2c0c1f9cada064'
                        key: {
                            name: 'x_hlps_access_key'
                            element: 'state'
                            value: 'exposed'
                            language: 'en'
                            dependent_value: 'NULL'
                        }
                    },
                    {
                        table: 'sys_security_acl_role'
                        id: '066ab1061b364e03b43349a5ce765844'
                        key: {
                            sys_security_acl: 'de5311e254224792bb41591548ad7ddd'
                            sys_user_role: {
                                id: 'da454291a4c14aba863b7c5bbc8dc432'
                                key: {
                                    name: 'x_hlps_access.integration'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_hub_step_ext_output'
                        id: '071910fcb2164fe19783d0bd2d82984f'
                        key: {
                            model: '77411e34c6bd4815ae39ebc3d8198015'
                            element: 'go'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '09093b5a4d4b48a2bf8736b2ed9811b2'
                        key: {
                            name: 'var__m_sys_hub_action_output_e044088e01954006b15bb6ae1dec5f01'
                            element: '__action_status__'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '0a2e3a6296ee4119b3876d94698fe211'
                        key: {
                            name: 'var__m_sys_hub_action_output_f771277e907541999f5fcb5cf1f2b2f0'
                            element: '__action_status__'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_hub_action_input'
                        id: '0a4cadd1de5d496b9eff2da07ddfe2f7'
                        key: {
                            model: 'e9bcbd29c7f94d2a87565b2828d618bd'
                            element: 'group'
                        }
                    },
                    {
                        table: 'sys_hub_step_ext_output'
                        id: '0a6192502ab84cc5b4a071983bf510eb'
                        key: {
                            model: 'aa7814ea2eb3485981f8b1f8f1d136f5'
                            element: 'locked'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '0a61bc92c42745889ef66a69c498ee03'
                        key: {
                            name: 'var__m_sys_hub_action_output_d665b38426ae42b2a47059194897c7a0'
                            element: 'note'
                            language: 'en'
                        }
                    },
                    {
                        table: 'question_choice'
                        id: '0a6e9dd06eab4f288fef2c48772ec0c6'
                        key: {
                            question: {
                                id: '970cd28c4c814fb6b45e4a6d356ae12b'
                                key: {
                                    cat_item: 'f341975e869a4ea6b6fb88510e845e18'
                                    variable_set: 'NULL'
                                    name: 'duration_days'
                                }
                            }
                            value: '7'
                        }
                    },
                    {
                        table: 'sys_hub_action_output'
                        id: '0bc3dc67e6d94a04a4eee463266c63fe'
                        deleted: true
                        key: {
                            model: '4b4809eaf20b4533862b66cf4a3e860d'
                            element: 'kind'
                        }
                    },
                    {
                        table: 'sys_security_acl_role'
                        id: '0ca4741577854893970467df82d03aa3'
                        key: {
                            sys_security_acl: 'efb9a500cebe4a1d9a41cc90b5c86246'
                            sys_user_role: {
                                id: '3470a851d3494ded80e65e99a7509a15'
                                key: {
                                    name: 'x_hlps_access.admin'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '0dc66757bd0c433cbbf3a745957231f0'
                        key: {
                            name: 'var__m_sys_hub_action_output_e9bcbd29c7f94d2a87565b2828d618bd'
                            element: 'task'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_choice'
                        id: '0de5337f69d041679173e2bcd20df839'
                        key: {
                            name: 'var__m_sys_hub_flow_output_906c83970d1f4e3cab0d0f8a51d56edd'
                            element: 'status'
                            value: 'pending'
                            language: 'en'
                            dependent_value: 'NULL'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '0e48f700ff094403b0e47851499fe730'
                        key: {
                            name: 'var__m_sys_hub_flow_input_1061f8cd02ed4268a19d9f0f77cd8167'
                            element: 'password_reset_request'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_variable_value'
                        id: '0e8e33eb60ef4c9d860480b7425c8068'
                        key: {
                            document_key: '4a8a64e5ddb24d08b589f85811fce4ab'
                            variable: '74315b04b3201300176b051a16a8dc2b'
                        }
                    },
                    {
                        table: 'sys_security_acl_role'
                        id: '0ea45c49cb944aafb0ab9b32fedeec5d'
                        key: {
                            sys_security_acl: '730d6154a6e24a25bf86b23cd61ab398'
                            sys_user_role: {
                                id: '3470a851d3494ded80e65e99a7509a15'
                                key: {
                                    name: 'x_hlps_access.admin'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_hub_step_ext_input'
                        id: '0f41df974d42415cadb4a788aba11728'
                        key: {
                            model: 'e1dd27d67b8341c28a4df7c2dd1513ee'
                            element: 'item'
                        }
                    },
                    {
                        table: 'sys_hub_action_output'
                        id: '0f5297f9fb4e4fd5ac0e0032f143ca4a'
                        key: {
                            model: '318662102bf34cc3be660cda27069c95'
                            element: '__action_status__'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '0f96e5f56c304fa8b0f5ad74f229cafc'
                        key: {
                            name: 'x_hlps_access_grant'
                            element: 'role_name'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_element_mapping'
                        id: '108ca88220a34cffacd9bddd7ff51d20'
                        key: {
                            field: 'item'
                            table: 'var__m_sys_hub_step_ext_input_1f152e0efc5d4982bcedaa2954f4aae6'
                            id: '1f152e0efc5d4982bcedaa2954f4aae6'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '10a2c01120584cc29371a779244b76ec'
                        key: {
                            name: 'var__m_sys_hub_flow_output_906c83970d1f4e3cab0d0f8a51d56edd'
                            element: 'status'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_hub_action_output'
                        id: '10c0e1b0e0124528ae22392bcfa6616e'
                        key: {
                            model: '4b4809eaf20b4533862b66cf4a3e860d'
                            element: '__action_status__'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: '11ba20691c0840b9a1bb8deeca563113'
                        key: {
                            name: 'x_hlps_access_grant'
                            element: 'starts_at'
                        }
                    },
                    {
                        table: 'sys_hub_step_ext_output'
                        id: '120e14b77fbf4853bb3702f557d7dd56'
                        key: {
                            model: 'aa7814ea2eb3485981f8b1f8f1d136f5'
                            element: 'message'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: '1213498e73f44001b50b7b08e688f106'
                        key: {
                            name: 'x_hlps_access_call'
                            element: 'method'
                        }
                    },
                    {
                        table: 'sys_variable_value'
                        id: '1374405563cc456d9b68f8c354241812'
                        key: {
                            document_key: 'e1dd27d67b8341c28a4df7c2dd1513ee'
                            variable: '71aa7f6647032200b4fad7527c9a719b'
                        }
                    },
                    {
                        table: 'sys_variable_value'
                        id: '142bca3febf64be693571128acc5ae4d'
                        key: {
                            document_key: 'aa7814ea2eb3485981f8b1f8f1d136f5'
                            variable: '74315b04b3201300176b051a16a8dc2b'
                        }
                    },
                    {
                        table: 'sys_hub_step_ext_input'
                        id: '144a7857edab4101ae0c1d6d8ddd34a0'
                        key: {
                            model: '1f152e0efc5d4982bcedaa2954f4aae6'
                            element: 'item'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '14843641c333409cba546f839bcd6345'
                        key: {
                            name: 'x_hlps_access_sync_run'
                            element: 'message'
                            language: 'en'
                        }
                    },
                    {
                        table: 'par_dashboard_canvas'
                        id: '14ca69c14f494d4298e194e4d8a8173b'
                        key: {
                            dashboard: '742050dcc70d4bd1a05251a89657446e'
                            dashboard_tab: '64865ea6c819478884525af90d73bb7f'
                        }
                    },
                    {
                        table: 'sys_hub_action_input'
                        id: '14cf6a94afad4db4947f62aee24848f3'
                        key: {
                            model: 'f771277e907541999f5fcb5cf1f2b2f0'
                            element: 'request'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '14de19295f0647f69dae705f30b8b1e4'
                        key: {
                            name: 'x_hlps_access_sync_run'
                            element: 'outcome'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_variable_value'
                        id: '1567a3d0743248f180b1632c2c27154c'
                        key: {
                            document_key: '09a1c7c3aa0344988aa4ad59a031e7c5'
                            variable: '59877da10b3222000b7da95e93673a56'
                        }
                    },
                    {
                        table: 'sys_choice'
                        id: '1621683285ce48c6aa6f5877896fdc55'
                        key: {
                            name: 'var__m_sys_hub_flow_output_1061f8cd02ed4268a19d9f0f77cd8167'
                            element: 'locked'
                            value: 'unknown'
                            language: 'en'
                            dependent_value: 'NULL'
                        }
                    },
                    {
                        table: 'sys_ui_action_role'
                        id: '1623dac44be14b44b8a1e09604a50001'
                        key: {
                            sys_ui_action: 'c0bb2c0306cf4f0e836f421b4383c572'
                            sys_user_role: {
                                id: 'fd7d342019344b99942635c52c726408'
                                key: {
                                    name: 'x_hlps_access.agent'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_hub_action_output'
                        id: '164607c0e2b34b87afa386c44a413c6e'
                        key: {
                            model: 'f771277e907541999f5fcb5cf1f2b2f0'
                            element: 'status'
                        }
                    },
                    {
                        table: 'sys_choice'
                        id: '166ba9a9f9324672a155feae870086ab'
                        key: {
                            name: 'x_hlps_access_call'
                            element: 'state'
                            value: 'sending'
                            language: 'en'
                            dependent_value: 'NULL'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: '16ca14aa75de46b7ad8b30ef68efa768'
                        key: {
                            name: 'x_hlps_access_sync_run'
                            element: 'NULL'
                        }
                    },
                    {
                        table: 'sys_security_acl_role'
                        id: '172589d190884402be5a4022b0f1fb51'
                        key: {
                            sys_security_acl: '13f6ba7dae624334b3277a3dbee53dcb'
                            sys_user_role: {
                                id: '3470a851d3494ded80e65e99a7509a15'
                                key: {
                                    name: 'x_hlps_access.admin'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_hub_action_input'
                        id: '179afa12458643a7b31f11ebea89893d'
                        key: {
                            model: 'e9bcbd29c7f94d2a87565b2828d618bd'
                            element: 'message'
                        }
                    },
                    {
                        table: 'ua_table_licensing_config'
                        id: '1880af4b0e2b42c7b374bf6245779ee8'
                        key: {
                            name: 'x_hlps_access_challenge'
                        }
                    },
                    {
                        table: 'sys_choice'
                        id: '18af416fb0964e1f9fa105552deb3d5d'
                        key: {
                            name: 'x_hlps_access_sync_run'
                            element: 'kind'
                            value: 'full'
                            language: 'en'
                            dependent_value: 'NULL'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '18e46035c0464ca59f9af4e7c23ab1a5'
                        key: {
                            name: 'x_hlps_access_challenge'
                            element: 'challenge_id'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_hub_step_ext_output'
                        id: '193edaff11164758a26c30e56953f342'
                        key: {
                            model: 'e532a43ca39a4e408940aba078b8d662'
                            element: 'status'
                        }
                    },
                    {
                        table: 'sys_index'
                        id: '197cfc305f864aa6a0f456f531fcc422'
                        key: {
                            logical_table_name: 'x_hlps_access_challenge'
                            col_name_string: 'request_id'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '198b0f6d03b04c879778ef648375f0b3'
                        key: {
                            name: 'var__m_sys_hub_action_output_283505fdc9bd4fc789394a3062bb66fc'
                            element: 'message'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_element_mapping'
                        id: '1a02b15a8e9d401bb9445ba3da9b1530'
                        key: {
                            field: 'old_password'
                            table: 'var__m_sys_hub_step_ext_input_c8513597a06141b8a281f498bc68d3ca'
                            id: 'c8513597a06141b8a281f498bc68d3ca'
                        }
                    },
                    {
                        table: 'sys_hub_step_ext_output'
                        id: '1a07179d83ae49738cdf0af57c6610ff'
                        key: {
                            model: 'aa7814ea2eb3485981f8b1f8f1d136f5'
                            element: 'status'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '1a0ab84fe3e8464cb38614586d4cdf9f'
                        key: {
                            name: 'x_hlps_access_sync_run'
                            element: 'kind'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '1a2653faff24497d8d733507893b376f'
                        key: {
                            name: 'x_hlps_access_stage'
                            element: 'NULL'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_element_mapping'
                        id: '1a338ffba842421aa59e9913938761d1'
                        key: {
                            field: 'request'
                            table: 'var__m_sys_hub_step_ext_input_e532a43ca39a4e408940aba078b8d662'
                            id: 'e532a43ca39a4e408940aba078b8d662'
                        }
                    },
                    {
                        table: 'sys_hub_step_ext_output'
                        id: '1a3fbb4a37e84294aae2ba04fc225c8a'
                        key: {
                            model: 'e532a43ca39a4e408940aba078b8d662'
                            element: 'message'
                        }
                    },
                    {
                        table: 'sys_security_acl_role'
                        id: '1b335989c122465c9fdc225d74b48c64'
                        key: {
                            sys_security_acl: 'fe8a25bfd17e427997e25e322ba9da9f'
                            sys_user_role: {
                                id: '3470a851d3494ded80e65e99a7509a15'
                                key: {
                                    name: 'x_hlps_access.admin'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_hub_flow_stage'
                        id: '1b8e38fa8fb646c1ab86f3732f4aeae1'
                        key: {
                            flow: '8668aed61c3a4a199337eb9dde9f4fe3'
                            value: 'manager'
                        }
                    },
                    {
                        table: 'sys_hub_action_output'
                        id: '1bcebd097d15455a80c0e7290ab3405d'
                        key: {
                            model: '7ee4650a86ae4acbad6d6ad2cb72b8a6'
                            element: 'next'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '1d042c73400a49b4b4b85b30bae6333c'
                        key: {
                            name: 'var__m_sys_hub_action_output_d9240bff8bb043c9b3525194bcaec010'
                            element: '__dont_treat_as_error__'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_choice'
                        id: '1d1379c2a54946e29eba7b7ff2f1bbf4'
                        key: {
                            name: 'var__m_sys_hub_flow_output_34dce0b4fdba4d7aabd045de6ae4a0fa'
                            element: 'status'
                            value: 'failure'
                            language: 'en'
                            dependent_value: 'NULL'
                        }
                    },
                    {
                        table: 'sys_variable_value'
                        id: '1e01eba76689414a88e7116ac8bf1146'
                        key: {
                            document_key: '744e41eec15c46a18d908a6dee62ea89'
                            variable: '74315b04b3201300176b051a16a8dc2b'
                        }
                    },
                    {
                        table: 'sys_hub_step_ext_input'
                        id: '1e2409d559d646e09e61a81cd31cc2c6'
                        key: {
                            model: 'ae241e17ff7b41be9d676229a30018d1'
                            element: 'item'
                        }
                    },
                    {
                        table: 'sys_variable_value'
                        id: '1e4edb7a612c4bddabb1f64c94b19028'
                        key: {
                            document_key: 'e7d9c857470942118065f9d657891fdc'
                            variable: '9f5f67709f132200ef4afa7dc67fcf94'
                        }
                    },
                    {
                        table: 'sys_hub_flow_output'
                        id: '1ecfa4161e194ddeb5c06db317ff748c'
                        key: {
                            model: 'b72ec13fe74045aea9a1a41bb4f58d73'
                            element: 'status'
                        }
                    },
                    {
                        table: 'sys_security_acl_role'
                        id: '1fdb200402f9464c914a976b988c23b9'
                        key: {
                            sys_security_acl: 'bcf06f6aef864fb187544b0552ba784f'
                            sys_user_role: {
                                id: '3470a851d3494ded80e65e99a7509a15'
                                key: {
                                    name: 'x_hlps_access.admin'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_user_role_contains'
                        id: '1feade8769a5487bbe0d79dbba4812fa'
                        key: {
                            role: {
                                id: '3470a851d3494ded80e65e99a7509a15'
                                key: {
                                    name: 'x_hlps_access.admin'
                                }
                            }
                            contains: {
                                id: 'fd7d342019344b99942635c52c726408'
                                key: {
                                    name: 'x_hlps_access.agent'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '20f18d683d144761b007f0b1a74332a7'
                        key: {
                            name: 'var__m_sys_hub_action_output_f771277e907541999f5fcb5cf1f2b2f0'
                            element: '__dont_treat_as_error__'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_hub_action_output'
                        id: '218851c70403415d818c9d28e70e6e31'
                        key: {
                            model: 'e044088e01954006b15bb6ae1dec5f01'
                            element: 'status'
                        }
                    },
                    {
                        table: 'sys_choice'
                        id: '21bdd4e71125498aa60b8d639f84b7da'
                        key: {
                            name: 'x_hlps_access_stage'
                            element: 'state'
                            value: 'approved'
                            language: 'en'
                            dependent_value: 'NULL'
                        }
                    },
                    {
                        table: 'sys_choice'
                        id: '21fec4eae50d46e2ad95d6f5ccf7682c'
                        key: {
                            name: 'x_hlps_access_stage'
                            element: 'kind'
                            value: 'owner'
                            language: 'en'
                            dependent_value: 'NULL'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '22a8429a1a264bc489060b2d08b4086e'
                        key: {
                            name: 'x_hlps_access_stage'
                            element: 'label'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_choice'
                        id: '22c47f65d9374cec862efc046b9af3fa'
                        key: {
                            name: 'var__m_sys_hub_flow_output_1061f8cd02ed4268a19d9f0f77cd8167'
                            element: 'locked'
                            value: 'false'
                            language: 'en'
                            dependent_value: 'NULL'
                        }
                    },
                    {
                        table: 'sys_choice'
                        id: '235aad9c92cb467d9b82d4e66284da68'
                        key: {
                            name: 'x_hlps_access_key'
                            element: 'state'
                            value: 'retired'
                            language: 'en'
                            dependent_value: 'NULL'
                        }
                    },
                    {
                        table: 'sys_variable_value'
                        id: '240c1db1bfd34451a8bc4d017a9245e6'
                        key: {
                            document_key: '10c7751942054511a3f3ab69da2f8331'
                            variable: '71aa7f6647032200b4fad7527c9a719b'
                        }
                    },
                    {
                        table: 'sys_hub_action_input'
                        id: '24d365d8fd464c9b9aa793b1750060d6'
                        key: {
                            model: 'd9240bff8bb043c9b3525194bcaec010'
                            element: 'request'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: '24fc904777674b80b940905125ef9356'
                        key: {
                            name: 'x_hlps_access_call'
                            element: 'error'
                        }
                    },
                    {
                        table: 'sys_rest_message_fn'
                        id: '255c08e9bb7e42acb90465197f0f2c19'
                        key: {
                            rest_message: '3e9416b4f2d64510b2ea6e34b9d89772'
                            function_name: 'get'
                        }
                    },
                    {
                        table: 'sys_hub_flow_input'
                        id: '25923a98c14a463ea5da70f3de86593a'
                        key: {
                            model: 'b72ec13fe74045aea9a1a41bb4f58d73'
                            element: 'new_password'
                        }
                    },
                    {
                        table: 'sys_security_acl_role'
                        id: '25e93e43587b4f24914be372749ee711'
                        key: {
                            sys_security_acl: '75e97156e95443c99b8c170211ef4747'
                            sys_user_role: {
                                id: 'da454291a4c14aba863b7c5bbc8dc432'
                                key: {
                                    name: 'x_hlps_access.integration'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: '26ac0f05fd3f4e77bdace35dcd9b60e2'
                        key: {
                            name: 'x_hlps_access_challenge'
                            element: 'NULL'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: '27b38f723b164b32874d67d96653df86'
                        key: {
                            name: 'x_hlps_access_sync_run'
                            element: 'changed'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '28bd46fff11e451eae7e18e16829b2be'
                        key: {
                            name: 'var__m_sys_hub_action_output_35df6eccfd3c4e1aab3c39625a742a4c'
                            element: '__action_status__'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_db_object'
                        id: '28eb632ee3a24b26a571d02a97db62bd'
                        key: {
                            name: 'x_hlps_access_stage'
                        }
                    },
                    {
                        table: 'sys_hub_action_output'
                        id: '292734043d71483b8c67837145087398'
                        key: {
                            model: '558c564f47f142d790f800c40951ae85'
                            element: '__action_status__'
                        }
                    },
                    {
                        table: 'sys_security_acl_role'
                        id: '29a5796cecd2420b81bcec6bfba5c901'
                        key: {
                            sys_security_acl: '5eea182021c745a59b17743d46c84c84'
                            sys_user_role: {
                                id: '3470a851d3494ded80e65e99a7509a15'
                                key: {
                                    name: 'x_hlps_access.admin'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_hub_action_input'
                        id: '2a0d24316e3943ef9a53b69068466656'
                        key: {
                            model: 'e044088e01954006b15bb6ae1dec5f01'
                            element: 'request'
                        }
                    },
                    {
                        table: 'sys_element_mapping'
                        id: '2a17b0a15a574fcfa8281b388f0dabad'
                        key: {
                            field: 'note'
                            table: 'var__m_sys_hub_step_ext_input_744e41eec15c46a18d908a6dee62ea89'
                            id: '744e41eec15c46a18d908a6dee62ea89'
                        }
                    },
                    {
                        table: 'sys_variable_value'
                        id: '2aad785918b445408a7b4b7218f54815'
                        key: {
                            document_key: '744e41eec15c46a18d908a6dee62ea89'
                            variable: '71aa7f6647032200b4fad7527c9a719b'
                        }
                    },
                    {
                        table: 'sys_hub_step_ext_output'
                        id: '2bead6784f70454a9f783ffd2d4ad97e'
                        key: {
                            model: '4a8a64e5ddb24d08b589f85811fce4ab'
                            element: 'next'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '2ca391b2c4134e1689e1847631214653'
                        key: {
                            name: 'var__m_sys_hub_action_input_35df6eccfd3c4e1aab3c39625a742a4c'
                            element: 'item'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_security_acl_role'
                        id: '2d2b983e3c9a414ea6b09326a2edebee'
                        key: {
                            sys_security_acl: 'b8a86e950e8744b39671c86bc5db3e45'
                            sys_user_role: {
                                id: '3470a851d3494ded80e65e99a7509a15'
                                key: {
                                    name: 'x_hlps_access.admin'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_hub_step_ext_input'
                        id: '2d981821d85341efb3a4419e4abf05ef'
                        key: {
                            model: 'a30a11ee3e8344cc982818ace21a224b'
                            element: 'message'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: '2e0c468a38574a95b23e0e84aaf9ec3e'
                        key: {
                            name: 'x_hlps_access_challenge'
                            element: 'kind'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '2e2965da6018426491f4accb73d758d1'
                        key: {
                            name: 'var__m_sys_hub_action_output_7ee4650a86ae4acbad6d6ad2cb72b8a6'
                            element: '__dont_treat_as_error__'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: '2f2229f334a644908242a4fa34e1f2ef'
                        key: {
                            name: 'x_hlps_access_sync_run'
                            element: 'removed'
                        }
                    },
                    {
                        table: 'sys_variable_value'
                        id: '2f22d16c856d4d90bc3b432b086b7b1c'
                        key: {
                            document_key: 'ca7b2601437e489ebe9dbd6f9f16eeed'
                            variable: 'b0d64ce1c332220076173b0ac3d3ae95'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '3021fb91d33e469ba0111ddcb85fdbc7'
                        key: {
                            name: 'var__m_sys_hub_flow_output_1061f8cd02ed4268a19d9f0f77cd8167'
                            element: 'status'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: '30481ac9d8d647bdaaf38d1e866d5969'
                        key: {
                            name: 'x_hlps_access_nonce'
                            element: 'nonce'
                        }
                    },
                    {
                        table: 'sys_variable_value'
                        id: '313cb07d7a964b4b9dead2143c7a2551'
                        key: {
                            document_key: 'a30a11ee3e8344cc982818ace21a224b'
                            variable: '74315b04b3201300176b051a16a8dc2b'
                        }
                    },
                    {
                        table: 'sys_hub_action_input'
                        id: '317217a41b86452d977f7288c3b0009d'
                        key: {
                            model: 'e9bcbd29c7f94d2a87565b2828d618bd'
                            element: 'item'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '3197c5a694734699954d9d9c69dc2b8b'
                        key: {
                            name: 'var__m_sys_hub_action_output_2e884965242449149bc836279c62a3b3'
                            element: '__action_status__'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '323c96cc8ba54cb7bdc4b2382957ea14'
                        key: {
                            name: 'var__m_sys_hub_action_output_7ee4650a86ae4acbad6d6ad2cb72b8a6'
                            element: 'next'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '32993ac5652c4899bdf5b1525b340f9e'
                        key: {
                            name: 'var__m_sys_hub_flow_output_34dce0b4fdba4d7aabd045de6ae4a0fa'
                            element: 'status'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '32dd4f7e9c2848dfaaa44dcff188311f'
                        key: {
                            name: 'var__m_sys_hub_action_input_2a898bb5f21e4147938b7fb3d526ed89'
                            element: 'request'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: '34174cdcf0864caeb7566230a980ab50'
                        key: {
                            name: 'x_hlps_access_call'
                            element: 'NULL'
                        }
                    },
                    {
                        table: 'sys_user_role'
                        id: '3470a851d3494ded80e65e99a7509a15'
                        key: {
                            name: 'x_hlps_access.admin'
                        }
                    },
                    {
                        table: 'sys_db_object'
                        id: '3585fe559d3b47649a9588de80857699'
                        key: {
                            name: 'x_hlps_access_app'
                        }
                    },
                    {
                        table: 'sys_choice'
                        id: '3598c56a87134aac9a614628f47f2cea'
                        key: {
                            name: 'x_hlps_access_call'
                            element: 'kind'
                            value: 'fulfilment'
                            language: 'en'
                            dependent_value: 'NULL'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: '35ea040435cb4b34b28e579b642a7c35'
                        key: {
                            name: 'x_hlps_access_call'
                            element: 'next_try_at'
                        }
                    },
                    {
                        table: 'sys_security_acl_role'
                        id: '35ecb4ca9ccd4b79ade5f660fda411b3'
                        key: {
                            sys_security_acl: 'f4dd0539385f4d8dae83f7e87dbe29f5'
                            sys_user_role: {
                                id: 'fd7d342019344b99942635c52c726408'
                                key: {
                                    name: 'x_hlps_access.agent'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_security_acl_role'
                        id: '363807baee7c46b8a770f77bab25244f'
                        key: {
                            sys_security_acl: '965b34e28b8e4e32ade9dd585aff3af7'
                            sys_user_role: {
                                id: '3470a851d3494ded80e65e99a7509a15'
                                key: {
                                    name: 'x_hlps_access.admin'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_hub_action_output'
                        id: '368aabf78e5e4008a56197ff0b827356'
                        key: {
                            model: '558c564f47f142d790f800c40951ae85'
                            element: '__dont_treat_as_error__'
                        }
                    },
                    {
                        table: 'sys_variable_value'
                        id: '370917a4c65b4db9b13f6e1e306b9596'
                        key: {
                            document_key: '09a1c7c3aa0344988aa4ad59a031e7c5'
                            variable: '89ad06b543010210b6f9a0246bb8f2d7'
                        }
                    },
                    {
                        table: 'sys_hub_step_ext_output'
                        id: '3761cec2f17b45a9872372bd659935f8'
                        key: {
                            model: '1f152e0efc5d4982bcedaa2954f4aae6'
                            element: 'call'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '378122bac7304861ab9af88e9f997375'
                        deleted: true
                        key: {
                            name: 'var__m_sys_hub_action_input_4b4809eaf20b4533862b66cf4a3e860d'
                            element: 'stage'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_db_object'
                        id: '37f2d3b0692540e3a0f3aefaf80791ac'
                        key: {
                            name: 'x_hlps_access_grant'
                        }
                    },
                    {
                        table: 'sys_hub_action_output'
                        id: '3834d50c3bf24f41be29d14e3bda07ad'
                        key: {
                            model: '558c564f47f142d790f800c40951ae85'
                            element: 'message'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '3871d7caf19144d7ba3fed7bd9523b71'
                        key: {
                            name: 'var__m_sys_hub_action_input_f771277e907541999f5fcb5cf1f2b2f0'
                            element: 'request'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_variable_value'
                        id: '387df648933c4a789373b88c5b6df865'
                        key: {
                            document_key: '7e83da3a0d1e4cf9b82ea077558971af'
                            variable: '71aa7f6647032200b4fad7527c9a719b'
                        }
                    },
                    {
                        table: 'sys_security_acl_role'
                        id: '38ba3dad115d45cdb825ccc9533b4c31'
                        key: {
                            sys_security_acl: '82f4b75f94374062ac16130ebefe50cc'
                            sys_user_role: {
                                id: '3470a851d3494ded80e65e99a7509a15'
                                key: {
                                    name: 'x_hlps_access.admin'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_choice'
                        id: '38d96bfbd59d442b8d47006319769cf4'
                        key: {
                            name: 'x_hlps_access_grant'
                            element: 'state'
                            value: 'active'
                            language: 'en'
                            dependent_value: 'NULL'
                        }
                    },
                    {
                        table: 'sys_element_mapping'
                        id: '390a0d1c10ef41a598c14b30743d5cba'
                        key: {
                            field: 'password'
                            table: 'var__m_sys_hub_step_ext_input_a10e5bd1aad44737a1f107c4337c2992'
                            id: 'a10e5bd1aad44737a1f107c4337c2992'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: '39603ceb61e64e228832064d10935f18'
                        key: {
                            name: 'x_hlps_access_app'
                            element: 'requestable'
                        }
                    },
                    {
                        table: 'sys_hub_action_output'
                        id: '3984ccc688324364bcad9c4297af6f25'
                        key: {
                            model: '283505fdc9bd4fc789394a3062bb66fc'
                            element: 'outcome'
                        }
                    },
                    {
                        table: 'sys_choice'
                        id: '39a8f285022148ed9bf555e69da8f385'
                        key: {
                            name: 'x_hlps_access_sync_run'
                            element: 'kind'
                            value: 'changes'
                            language: 'en'
                            dependent_value: 'NULL'
                        }
                    },
                    {
                        table: 'sys_hub_action_output'
                        id: '39b305b83803473faef0e471d0a8f9c1'
                        key: {
                            model: 'd665b38426ae42b2a47059194897c7a0'
                            element: '__dont_treat_as_error__'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '39f0093cc4534d438adecb5da65668d8'
                        key: {
                            name: 'var__m_sys_hub_action_input_e9bcbd29c7f94d2a87565b2828d618bd'
                            element: 'item'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: '39fd73ea19674451a73a0620c939fc5d'
                        key: {
                            name: 'x_hlps_access_app'
                            element: 'description'
                        }
                    },
                    {
                        table: 'sys_hub_action_output'
                        id: '3ac75e7a2be74204bb5e75cf4253e0bf'
                        key: {
                            model: '626b92f8739445e3aebf743df17f806d'
                            element: '__dont_treat_as_error__'
                        }
                    },
                    {
                        table: 'sys_choice'
                        id: '3d36a7985d3d4eee85fb82fba2ef9d31'
                        key: {
                            name: 'x_hlps_access_stage'
                            element: 'kind'
                            value: 'group'
                            language: 'en'
                            dependent_value: 'NULL'
                        }
                    },
                    {
                        table: 'sys_security_acl_role'
                        id: '3d77a6fc22c5465bbecc8c0228c5b83d'
                        key: {
                            sys_security_acl: '77f79e0796e343ec9768e29571a34565'
                            sys_user_role: {
                                id: '3470a851d3494ded80e65e99a7509a15'
                                key: {
                                    name: 'x_hlps_access.admin'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_variable_value'
                        id: '3da93a51c3fd40cb9296c5533f93b1e9'
                        key: {
                            document_key: '1f152e0efc5d4982bcedaa2954f4aae6'
                            variable: '71aa7f6647032200b4fad7527c9a719b'
                        }
                    },
                    {
                        table: 'sys_hub_action_output'
                        id: '3dc8457839344defbacf1641acbaf8a0'
                        key: {
                            model: '2e884965242449149bc836279c62a3b3'
                            element: '__action_status__'
                        }
                    },
                    {
                        table: 'par_dashboard_visibility'
                        id: '3dd46e80b03245a395ccc5beaf25d994'
                        key: {
                            dashboard: '742050dcc70d4bd1a05251a89657446e'
                            experience: '08c73d60537101100834ddeeff7b1287'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: '3e67617f3f7b441083c120d72574ccc5'
                        key: {
                            name: 'x_hlps_access_challenge'
                            element: 'challenge_id'
                        }
                    },
                    {
                        table: 'sys_hub_action_input'
                        id: '3fdc3cfc20934bde9fb921aece3a634c'
                        key: {
                            model: 'd9240bff8bb043c9b3525194bcaec010'
                            element: 'new_password'
                        }
                    },
                    {
                        table: 'sys_index'
                        id: '4012704e70954628b2a5c3182503bea0'
                        key: {
                            logical_table_name: 'x_hlps_access_stage'
                            col_name_string: 'request_item'
                        }
                    },
                    {
                        table: 'sys_element_mapping'
                        id: '405121b11c73417aa37934033494c565'
                        key: {
                            field: 'stage'
                            table: 'var__m_sys_hub_step_ext_input_10c7751942054511a3f3ab69da2f8331'
                            id: '10c7751942054511a3f3ab69da2f8331'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '4060cbb1cffc49a591bee4f2c94822e7'
                        key: {
                            name: 'var__m_sys_hub_action_output_318662102bf34cc3be660cda27069c95'
                            element: '__dont_treat_as_error__'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_hub_action_input'
                        id: '40a7a2542b014356af08750103c31b5a'
                        key: {
                            model: '283505fdc9bd4fc789394a3062bb66fc'
                            element: 'item'
                        }
                    },
                    {
                        table: 'sys_element_mapping'
                        id: '410e405dd7d74df3b509257755fc5558'
                        key: {
                            field: 'task'
                            table: 'var__m_sys_hub_action_output_e9bcbd29c7f94d2a87565b2828d618bd'
                            id: 'e9bcbd29c7f94d2a87565b2828d618bd'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: '418c617e1e0e47f7835c33882af52829'
                        key: {
                            name: 'x_hlps_access_sync_run'
                            element: 'kind'
                        }
                    },
                    {
                        table: 'sys_variable_value'
                        id: '41ad615d07434548b8b70237c1f8bc66'
                        key: {
                            document_key: '756387d4fa3f486f9a21e149b433eaac'
                            variable: '989d9e235324220002c6435723dc3484'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '41efd67c1b4c4c6a8851c31673232c12'
                        key: {
                            name: 'x_hlps_access_sync_run'
                            element: 'finished_at'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_element_mapping'
                        id: '425f0e42c245416e82a9451c3d30c9c6'
                        key: {
                            field: 'item'
                            table: 'var__m_sys_hub_step_ext_input_4a8a64e5ddb24d08b589f85811fce4ab'
                            id: '4a8a64e5ddb24d08b589f85811fce4ab'
                        }
                    },
                    {
                        table: 'sys_hub_action_input'
                        id: '42eefb28cc914655b53beea324ac4283'
                        key: {
                            model: '2e884965242449149bc836279c62a3b3'
                            element: 'approval_state'
                        }
                    },
                    {
                        table: 'sys_element_mapping'
                        id: '42f413b3c17c4534b18ef79263da98ed'
                        key: {
                            field: 'request'
                            table: 'var__m_sys_hub_step_ext_input_a10e5bd1aad44737a1f107c4337c2992'
                            id: 'a10e5bd1aad44737a1f107c4337c2992'
                        }
                    },
                    {
                        table: 'sys_element_mapping'
                        id: '43effdc2a79f4103bab341afdb1034cb'
                        key: {
                            field: 'group'
                            table: 'var__m_sys_hub_step_ext_input_744e41eec15c46a18d908a6dee62ea89'
                            id: '744e41eec15c46a18d908a6dee62ea89'
                        }
                    },
                    {
                        table: 'sys_hub_action_input'
                        id: '4408182a266c4b09a298ece2fff65ee5'
                        key: {
                            model: '7ee4650a86ae4acbad6d6ad2cb72b8a6'
                            element: 'opened'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '445da9e9aa434851960751f51095bbe3'
                        key: {
                            name: 'x_hlps_access_app'
                            element: 'days_default'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_choice'
                        id: '46ba98d5957e496caba0d4f932f0df9e'
                        key: {
                            name: 'x_hlps_access_call'
                            element: 'state'
                            value: 'withdrawn'
                            language: 'en'
                            dependent_value: 'NULL'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '474776d399ba4a4d881dbdabecd0b48c'
                        key: {
                            name: 'x_hlps_access_key'
                            element: 'NULL'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_hub_action_output'
                        id: '48b20b9ae4774663b08c1f7f311bbf4b'
                        key: {
                            model: 'f771277e907541999f5fcb5cf1f2b2f0'
                            element: '__dont_treat_as_error__'
                        }
                    },
                    {
                        table: 'sys_choice_set'
                        id: '492ee46e9ddf43d2bcd96b6a219db03a'
                        key: {
                            name: 'x_hlps_access_grant'
                            element: 'state'
                        }
                    },
                    {
                        table: 'sys_variable_value'
                        id: '4a156e4ca84c4d4ca75f1903b38fd7de'
                        key: {
                            document_key: 'ae241e17ff7b41be9d676229a30018d1'
                            variable: '71aa7f6647032200b4fad7527c9a719b'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '4aef49cb0a3649f885718fc3b68cbc13'
                        key: {
                            name: 'x_hlps_access_call'
                            element: 'number'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '4b70bc50da434e6ba2e808af7e804b13'
                        key: {
                            name: 'var__m_sys_hub_flow_output_1061f8cd02ed4268a19d9f0f77cd8167'
                            element: 'locked'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '4b93d2fd65cb4da6b46bbe57729fd5e7'
                        key: {
                            name: 'var__m_sys_hub_action_input_2e884965242449149bc836279c62a3b3'
                            element: 'stage'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_security_acl_role'
                        id: '4bb41d6c95be44b395093074e929aeb1'
                        key: {
                            sys_security_acl: '0fcf155d747344fc95b2162a27f149f5'
                            sys_user_role: {
                                id: '3470a851d3494ded80e65e99a7509a15'
                                key: {
                                    name: 'x_hlps_access.admin'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '4c77f2cabc4e402995873bb86c4a7693'
                        key: {
                            name: 'var__m_sys_hub_action_output_d9240bff8bb043c9b3525194bcaec010'
                            element: 'status'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '4c7bacb9fa7c40f196deddbdc87f5c23'
                        key: {
                            name: 'x_hlps_access_key'
                            element: 'direction'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '4d0f8c089aa14412a9481717c4b93f5f'
                        key: {
                            name: 'var__m_sys_hub_action_output_35df6eccfd3c4e1aab3c39625a742a4c'
                            element: 'call'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_hub_action_output'
                        id: '4d8715c2a13143cb886c82db1f99deab'
                        key: {
                            model: 'd9240bff8bb043c9b3525194bcaec010'
                            element: '__dont_treat_as_error__'
                        }
                    },
                    {
                        table: 'sys_hub_action_output'
                        id: '4da588d66c4f4b9db5c0f68630e656cf'
                        key: {
                            model: 'd9240bff8bb043c9b3525194bcaec010'
                            element: '__action_status__'
                        }
                    },
                    {
                        table: 'sys_choice_set'
                        id: '4da84ede9f694bd79d680aa7be3b748b'
                        key: {
                            name: 'x_hlps_access_key'
                            element: 'direction'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '4e8976e5a06a487782f39baaf015ab18'
                        key: {
                            name: 'x_hlps_access_app'
                            element: 'days_max'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_choice'
                        id: '4ef01871d29f4a8b886bbf574a811579'
                        key: {
                            name: 'x_hlps_access_stage'
                            element: 'state'
                            value: 'asking'
                            language: 'en'
                            dependent_value: 'NULL'
                        }
                    },
                    {
                        table: 'sys_rest_message_fn'
                        id: '4f0e2220e1274031bceba2480812adaf'
                        key: {
                            rest_message: 'cc8b066801ba4cc9acb356a7c054987a'
                            function_name: 'post'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '4fe50dc8ccfc49edb6cc693798ce3b97'
                        key: {
                            name: 'var__m_sys_hub_action_input_e9bcbd29c7f94d2a87565b2828d618bd'
                            element: 'group'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_hub_step_ext_output'
                        id: '501d8e454ecd48deb44006b0b043a579'
                        key: {
                            model: '7e83da3a0d1e4cf9b82ea077558971af'
                            element: 'kind'
                        }
                    },
                    {
                        table: 'sys_hub_action_output'
                        id: '5074f2f02ac74b0fae806094cb7eb039'
                        key: {
                            model: '7ee4650a86ae4acbad6d6ad2cb72b8a6'
                            element: '__dont_treat_as_error__'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '50d25239b934412cbb21a7cd27e536cf'
                        key: {
                            name: 'x_hlps_access_sync_run'
                            element: 'removed'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_db_object'
                        id: '510d4dfc9ce14e5eacc781b5ce19a023'
                        key: {
                            name: 'x_hlps_access_sync_run'
                        }
                    },
                    {
                        table: 'sys_security_acl_role'
                        id: '511aae31a8d74a439e78ddce31695c5a'
                        key: {
                            sys_security_acl: '626d15d6f90e4e2c9c5dcc61d2f758d8'
                            sys_user_role: {
                                id: '3470a851d3494ded80e65e99a7509a15'
                                key: {
                                    name: 'x_hlps_access.admin'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_security_acl_role'
                        id: '5141b187b0164e588b097a8983aa1ce7'
                        key: {
                            sys_security_acl: '9e434cb70940467d9ebdcdc023207870'
                            sys_user_role: {
                                id: 'fd7d342019344b99942635c52c726408'
                                key: {
                                    name: 'x_hlps_access.agent'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '516c1f70b51545e9a1691d64ebdc1859'
                        key: {
                            name: 'var__m_sys_hub_action_output_e044088e01954006b15bb6ae1dec5f01'
                            element: 'status'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_variable_value'
                        id: '517b3e31e94d437e88657fe01f5f9fa5'
                        key: {
                            document_key: 'a30a11ee3e8344cc982818ace21a224b'
                            variable: '71aa7f6647032200b4fad7527c9a719b'
                        }
                    },
                    {
                        table: 'sys_choice'
                        id: '51bbf59125aa4780bc45aafb1c88bcb1'
                        key: {
                            name: 'var__m_sys_hub_flow_output_b72ec13fe74045aea9a1a41bb4f58d73'
                            element: 'status'
                            value: 'failure'
                            language: 'en'
                            dependent_value: 'NULL'
                        }
                    },
                    {
                        table: 'sys_variable_value'
                        id: '51f793bbc01e45c98830f8e8815fd38a'
                        key: {
                            document_key: 'e532a43ca39a4e408940aba078b8d662'
                            variable: '71aa7f6647032200b4fad7527c9a719b'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '5259a526fe6e41c39f29536119460d02'
                        key: {
                            name: 'var__m_sys_hub_flow_input_34dce0b4fdba4d7aabd045de6ae4a0fa'
                            element: 'password'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_choice_set'
                        id: '5265a3a5371547989a77c87e47e601ff'
                        key: {
                            name: 'x_hlps_access_sync_run'
                            element: 'kind'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '527bb52ff4e341cfa208482ce210fc6c'
                        key: {
                            name: 'x_hlps_access_grant'
                            element: 'request_item'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_element_mapping'
                        id: '52948e33cbcb4ca69562ba8576045580'
                        key: {
                            field: 'go'
                            table: 'var__m_sys_hub_action_output_4b4809eaf20b4533862b66cf4a3e860d'
                            id: '4b4809eaf20b4533862b66cf4a3e860d'
                        }
                    },
                    {
                        table: 'sc_cat_item_catalog'
                        id: '52c4e034e9cf45c080f4bc7d2552bdc4'
                        key: {
                            sc_cat_item: 'f341975e869a4ea6b6fb88510e845e18'
                            sc_catalog: 'e0d08b13c3330100c8b837659bba8fb4'
                        }
                    },
                    {
                        table: 'sys_hub_step_ext_input'
                        id: '5332989b2df947899c05ecce6ee4ddc0'
                        key: {
                            model: '744e41eec15c46a18d908a6dee62ea89'
                            element: 'note'
                        }
                    },
                    {
                        table: 'sys_hub_step_ext_output'
                        id: '533fe0583ebd4978a724a7f86a4bf2fd'
                        key: {
                            model: 'a10e5bd1aad44737a1f107c4337c2992'
                            element: 'message'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '5386b0132df84238a4131362769d5977'
                        key: {
                            name: 'var__m_sys_hub_action_output_4b4809eaf20b4533862b66cf4a3e860d'
                            element: '__dont_treat_as_error__'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_hub_action_input'
                        id: '545334f0d3ae480ab0a9308dac2c8cdb'
                        key: {
                            model: '318662102bf34cc3be660cda27069c95'
                            element: 'message'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '54782ca58b264ac394889d688b4ed0f7'
                        key: {
                            name: 'var__m_sys_hub_action_output_558c564f47f142d790f800c40951ae85'
                            element: '__action_status__'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_hub_action_input'
                        id: '54975cb71eda4072ad1a80894e92fb14'
                        key: {
                            model: '7ee4650a86ae4acbad6d6ad2cb72b8a6'
                            element: 'item'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '54a739d82ab5481589748326aa8983aa'
                        key: {
                            name: 'var__m_sys_hub_flow_output_906c83970d1f4e3cab0d0f8a51d56edd'
                            element: 'error_message'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: '54c2a5310be7443b8e48b003ab41556f'
                        key: {
                            name: 'x_hlps_access_call'
                            element: 'settled'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '54f4085862fc44f088de4b1dcc53b46d'
                        key: {
                            name: 'var__m_sys_hub_action_output_626b92f8739445e3aebf743df17f806d'
                            element: 'kind'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '556e295f760846acbcd9e9e3f5ed86d3'
                        key: {
                            name: 'var__m_sys_hub_action_input_318662102bf34cc3be660cda27069c95'
                            element: 'message'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '5590f72e227645d7be49e1f64b62c5b5'
                        key: {
                            name: 'x_hlps_access_app'
                            element: 'name'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_element_mapping'
                        id: '5681fc69e92a4cdaad6f2154beb511ae'
                        key: {
                            field: 'message'
                            table: 'var__m_sys_hub_step_ext_input_744e41eec15c46a18d908a6dee62ea89'
                            id: '744e41eec15c46a18d908a6dee62ea89'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: '579014c0e14f48beb10892410285d8de'
                        key: {
                            name: 'x_hlps_access_call'
                            element: 'status_code'
                        }
                    },
                    {
                        table: 'sys_hub_action_output'
                        id: '580ac308155a4ac1bf318a35f4e29f5a'
                        key: {
                            model: '626b92f8739445e3aebf743df17f806d'
                            element: '__action_status__'
                        }
                    },
                    {
                        table: 'sys_element_mapping'
                        id: '5856b8dde5e148cfb707be1073ebfb57'
                        key: {
                            field: 'message'
                            table: 'var__m_sys_hub_step_ext_input_e1dd27d67b8341c28a4df7c2dd1513ee'
                            id: 'e1dd27d67b8341c28a4df7c2dd1513ee'
                        }
                    },
                    {
                        table: 'sys_hub_flow_input'
                        id: '585b50ddb5d449c3ba323ba8b81ccb70'
                        key: {
                            model: '34dce0b4fdba4d7aabd045de6ae4a0fa'
                            element: 'password_reset_request'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '58aa05943b22469cbd266850c2446d21'
                        deleted: true
                        key: {
                            name: 'var__m_sys_hub_action_output_4b4809eaf20b4533862b66cf4a3e860d'
                            element: 'kind'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '58af3ce317084e738f5ae6321588400b'
                        key: {
                            name: 'x_hlps_access_grant'
                            element: 'starts_at'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_choice_set'
                        id: '58bcb88bd1224bd4ab9f832420c3987f'
                        key: {
                            name: 'x_hlps_access_call'
                            element: 'kind'
                        }
                    },
                    {
                        table: 'sys_hub_action_output'
                        id: '59174dbfe95c41c093acba93c1dddff2'
                        key: {
                            model: 'd665b38426ae42b2a47059194897c7a0'
                            element: '__action_status__'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '5929927cae9f47af99a8f9f9aabfc42d'
                        key: {
                            name: 'var__m_sys_hub_flow_output_abab25a6713a4af6ad874af3549500b7'
                            element: 'status'
                            language: 'en'
                        }
                    },
                    {
                        table: 'question_choice'
                        id: '59aaf661236648fc8f1726db0ddbebf3'
                        key: {
                            question: {
                                id: '970cd28c4c814fb6b45e4a6d356ae12b'
                                key: {
                                    cat_item: 'f341975e869a4ea6b6fb88510e845e18'
                                    variable_set: 'NULL'
                                    name: 'duration_days'
                                }
                            }
                            value: '30'
                        }
                    },
                    {
                        table: 'sys_element_mapping'
                        id: '5a07148887084719a31ecb5bf728f65c'
                        key: {
                            field: 'next'
                            table: 'var__m_sys_hub_action_output_35df6eccfd3c4e1aab3c39625a742a4c'
                            id: '35df6eccfd3c4e1aab3c39625a742a4c'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '5a9228e1553845fc8297140e6950eaf2'
                        key: {
                            name: 'var__m_sys_hub_action_output_e044088e01954006b15bb6ae1dec5f01'
                            element: 'locked'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '5b595d8e16a34a70a6186139619643dd'
                        key: {
                            name: 'x_hlps_access_stage'
                            element: 'request_item'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '5b7c7d2ff3484e9489e54c6d812c4e3a'
                        key: {
                            name: 'x_hlps_access_app'
                            element: 'NULL'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_element_mapping'
                        id: '5babbf95da5347b4bf0d8d8b84a2c98c'
                        key: {
                            field: 'request'
                            table: 'var__m_sys_hub_step_ext_input_c8513597a06141b8a281f498bc68d3ca'
                            id: 'c8513597a06141b8a281f498bc68d3ca'
                        }
                    },
                    {
                        table: 'sys_element_mapping'
                        id: '5bc15b73dfb84370b864fdd71582d5d8'
                        key: {
                            field: 'group'
                            table: 'var__m_sys_hub_action_output_d665b38426ae42b2a47059194897c7a0'
                            id: 'd665b38426ae42b2a47059194897c7a0'
                        }
                    },
                    {
                        table: 'sys_hub_step_ext_output'
                        id: '5be774670b914b60ad95884aab3aa4e6'
                        key: {
                            model: '1f152e0efc5d4982bcedaa2954f4aae6'
                            element: 'next'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '5c5da42457ed4d1992205dbb8cc90e92'
                        key: {
                            name: 'x_hlps_access_key'
                            element: 'secret'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: '5c62d8eb66f4417783b682419b23cd11'
                        key: {
                            name: 'x_hlps_access_grant'
                            element: 'ends_at'
                        }
                    },
                    {
                        table: 'sys_hub_action_output'
                        id: '5c710daec29d4eb4b31a32bb3b33d09b'
                        key: {
                            model: 'd9240bff8bb043c9b3525194bcaec010'
                            element: 'status'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: '5cba56ebb4514a0994ee5e213477782e'
                        key: {
                            name: 'x_hlps_access_app'
                            element: 'days_max'
                        }
                    },
                    {
                        table: 'sys_hub_flow_output'
                        id: '5d23ebec26ba4b248b7a0e786037cbe7'
                        key: {
                            model: '1061f8cd02ed4268a19d9f0f77cd8167'
                            element: 'locked'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '5dcf81ebfaf6461da98685af58464993'
                        key: {
                            name: 'x_hlps_access_call'
                            element: 'error'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_security_acl_role'
                        id: '5ede005fb69049b5a864586990069057'
                        key: {
                            sys_security_acl: 'f4409dbbac3a4232a429bc328bec9dc2'
                            sys_user_role: {
                                id: '3470a851d3494ded80e65e99a7509a15'
                                key: {
                                    name: 'x_hlps_access.admin'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_hub_action_output'
                        id: '5eef5ac1087f4456b61dd71ad31741b6'
                        key: {
                            model: 'f771277e907541999f5fcb5cf1f2b2f0'
                            element: 'message'
                        }
                    },
                    {
                        table: 'sys_variable_value'
                        id: '5ef6c0cc58784cc5a4e82ff0bb4dfa34'
                        key: {
                            document_key: 'e1dd27d67b8341c28a4df7c2dd1513ee'
                            variable: '74315b04b3201300176b051a16a8dc2b'
                        }
                    },
                    {
                        table: 'ua_table_licensing_config'
                        id: '5f5809bd471d4d60ba9d16b10e86af0e'
                        key: {
                            name: 'x_hlps_access_nonce'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: '606eb7c05b6e44068ed67918744ae4a4'
                        key: {
                            name: 'x_hlps_access_challenge'
                            element: 'request_id'
                        }
                    },
                    {
                        table: 'par_dashboard_permission'
                        id: '60773eb489cd4c089225e7072e19a4b9'
                        key: {
                            dashboard: '742050dcc70d4bd1a05251a89657446e'
                            user: 'NULL'
                            group: 'NULL'
                            role: {
                                id: 'fd7d342019344b99942635c52c726408'
                                key: {
                                    name: 'x_hlps_access.agent'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: '60919e411cff44b9b113ffc1225dea42'
                        key: {
                            name: 'x_hlps_access_stage'
                            element: 'position'
                        }
                    },
                    {
                        table: 'ua_table_licensing_config'
                        id: '61619ec82cca4fa697fb691974d2e832'
                        key: {
                            name: 'x_hlps_access_stage'
                        }
                    },
                    {
                        table: 'sys_variable_value'
                        id: '6282d2ee813f42da9d344cba9271a82c'
                        key: {
                            document_key: '09a1c7c3aa0344988aa4ad59a031e7c5'
                            variable: '81e042650b3222000b7da95e93673aa2'
                        }
                    },
                    {
                        table: 'sys_hub_action_output'
                        id: '62caa2f63d49442bb7be5cb571798dc4'
                        key: {
                            model: '558c564f47f142d790f800c40951ae85'
                            element: 'status'
                        }
                    },
                    {
                        table: 'sys_hub_action_output'
                        id: '62f4050d397c4791a0ee7c62ccd0d0a6'
                        key: {
                            model: '2a898bb5f21e4147938b7fb3d526ed89'
                            element: '__action_status__'
                        }
                    },
                    {
                        table: 'sys_security_acl_role'
                        id: '6325735ca71f4219a7047564e108bbfa'
                        key: {
                            sys_security_acl: 'c9825d749521405b89213ca591939477'
                            sys_user_role: {
                                id: 'da454291a4c14aba863b7c5bbc8dc432'
                                key: {
                                    name: 'x_hlps_access.integration'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_element_mapping'
                        id: '63391b4f79cb494fb3903a0df93928fa'
                        key: {
                            field: 'opened'
                            table: 'var__m_sys_hub_step_ext_input_a30a11ee3e8344cc982818ace21a224b'
                            id: 'a30a11ee3e8344cc982818ace21a224b'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '63b6e9c2199a4e3c84254e260177f795'
                        key: {
                            name: 'x_hlps_access_challenge'
                            element: 'given'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_element_mapping'
                        id: '63f3acfb398e4e9c95ce05ef78287935'
                        key: {
                            field: 'call'
                            table: 'var__m_sys_hub_action_output_7ee4650a86ae4acbad6d6ad2cb72b8a6'
                            id: '7ee4650a86ae4acbad6d6ad2cb72b8a6'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: '64c419cfc42e494f89979a881358dff7'
                        key: {
                            name: 'x_hlps_access_grant'
                            element: 'request_item'
                        }
                    },
                    {
                        table: 'sys_variable_value'
                        id: '64faeef066344838ae83ce00fbee0cc7'
                        key: {
                            document_key: '1f152e0efc5d4982bcedaa2954f4aae6'
                            variable: '74315b04b3201300176b051a16a8dc2b'
                        }
                    },
                    {
                        table: 'sys_choice'
                        id: '654af741e63b4eb3831ddb3705fd1f04'
                        key: {
                            name: 'var__m_sys_hub_flow_output_906c83970d1f4e3cab0d0f8a51d56edd'
                            element: 'status'
                            value: 'success'
                            language: 'en'
                            dependent_value: 'NULL'
                        }
                    },
                    {
                        table: 'sys_element_mapping'
                        id: '6571b04646a742158825f04b60c82c14'
                        key: {
                            field: 'request'
                            table: 'var__m_sys_hub_step_ext_input_aa7814ea2eb3485981f8b1f8f1d136f5'
                            id: 'aa7814ea2eb3485981f8b1f8f1d136f5'
                        }
                    },
                    {
                        table: 'sys_hub_step_ext_input'
                        id: '65fc1e14e6264c3196676f7c5ebe0066'
                        key: {
                            model: 'c8513597a06141b8a281f498bc68d3ca'
                            element: 'request'
                        }
                    },
                    {
                        table: 'sys_choice'
                        id: '660954df73a8426385ce07d4ed5fc1a6'
                        key: {
                            name: 'var__m_sys_hub_flow_output_1061f8cd02ed4268a19d9f0f77cd8167'
                            element: 'status'
                            value: 'failure'
                            language: 'en'
                            dependent_value: 'NULL'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '66134f61bd19440e866b40ed9c6334ff'
                        key: {
                            name: 'var__m_sys_hub_action_input_d665b38426ae42b2a47059194897c7a0'
                            element: 'message'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_element_mapping'
                        id: '66b631f844684e26b025b8fdb9c3c10c'
                        key: {
                            field: 'outcome'
                            table: 'var__m_sys_hub_action_output_283505fdc9bd4fc789394a3062bb66fc'
                            id: '283505fdc9bd4fc789394a3062bb66fc'
                        }
                    },
                    {
                        table: 'sys_hub_step_ext_input'
                        id: '66ec20e0c244433b92792aeef40a7721'
                        key: {
                            model: 'a30a11ee3e8344cc982818ace21a224b'
                            element: 'item'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '6717bb74239a44de847f6cd49a3d41ce'
                        key: {
                            name: 'var__m_sys_hub_flow_input_b72ec13fe74045aea9a1a41bb4f58d73'
                            element: 'old_password'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '67266ed0e5d24d2392a25cd343312786'
                        key: {
                            name: 'var__m_sys_hub_action_output_2e884965242449149bc836279c62a3b3'
                            element: '__dont_treat_as_error__'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_hub_step_ext_output'
                        id: '67337faeddb34c6da1d1816d4c522e50'
                        key: {
                            model: 'ae241e17ff7b41be9d676229a30018d1'
                            element: 'outcome'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: '6746d0c7899c4b76aeec473cc0e26d57'
                        key: {
                            name: 'x_hlps_access_app'
                            element: 'app_name'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '67e8ffb73cc94012aed3f3c7754fa0e5'
                        key: {
                            name: 'var__m_sys_hub_action_output_d9240bff8bb043c9b3525194bcaec010'
                            element: '__action_status__'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_element_mapping'
                        id: '691b8683e31345fe9ea25ad7ac3cb333'
                        key: {
                            field: 'item'
                            table: 'var__m_sys_hub_step_ext_input_e1dd27d67b8341c28a4df7c2dd1513ee'
                            id: 'e1dd27d67b8341c28a4df7c2dd1513ee'
                        }
                    },
                    {
                        table: 'sys_variable_value'
                        id: '692ab95443b34e509a118a2099ed228a'
                        key: {
                            document_key: '4a8a64e5ddb24d08b589f85811fce4ab'
                            variable: '71aa7f6647032200b4fad7527c9a719b'
                        }
                    },
                    {
                        table: 'sys_hub_step_ext_input'
                        id: '69a6744747fb4446aa61d140d6f53c0b'
                        key: {
                            model: 'e532a43ca39a4e408940aba078b8d662'
                            element: 'request'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: '69a7b4ff92f14e68b07d2b740b4abbb0'
                        key: {
                            name: 'x_hlps_access_key'
                            element: 'last_used_at'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: '69b83b92152c4156ac6ec67c47a8ea90'
                        key: {
                            name: 'x_hlps_access_challenge'
                            element: 'expires_at'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '6a342792d48641e6b51be370f0d37b14'
                        key: {
                            name: 'x_hlps_access_call'
                            element: 'answer'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '6abfde1c6ac144faa4165701718bbb80'
                        key: {
                            name: 'var__m_sys_hub_action_input_d665b38426ae42b2a47059194897c7a0'
                            element: 'opened'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_element_mapping'
                        id: '6b461aef0f2a4ae7b1c0241163dcb081'
                        key: {
                            field: 'item'
                            table: 'var__m_sys_hub_step_ext_input_744e41eec15c46a18d908a6dee62ea89'
                            id: '744e41eec15c46a18d908a6dee62ea89'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '6b87619b78e645e7aa3cd6217f1bfc31'
                        key: {
                            name: 'x_hlps_access_stage'
                            element: 'position'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '6cc4d20ef5964b5c818ebf651fd0d824'
                        key: {
                            name: 'x_hlps_access_sync_run'
                            element: 'NULL'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_element_mapping'
                        id: '6ccf5d299e4d4ef78b527ce4fb81a18d'
                        key: {
                            field: 'approval_state'
                            table: 'var__m_sys_hub_step_ext_input_10c7751942054511a3f3ab69da2f8331'
                            id: '10c7751942054511a3f3ab69da2f8331'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '6d3fa804330142da94e2451e5e4fdc86'
                        key: {
                            name: 'var__m_sys_hub_action_output_7ee4650a86ae4acbad6d6ad2cb72b8a6'
                            element: '__action_status__'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_hub_action_input'
                        id: '6d4612f0175d45788a1d5f4b22de5fcd'
                        key: {
                            model: '2e884965242449149bc836279c62a3b3'
                            element: 'stage'
                        }
                    },
                    {
                        table: 'sys_hub_step_ext_output'
                        id: '6d8c8ba4f61946459641917200d793de'
                        key: {
                            model: 'ae241e17ff7b41be9d676229a30018d1'
                            element: 'message'
                        }
                    },
                    {
                        table: 'sys_security_acl_role'
                        id: '6d915d213ed948ca924f1bbc805b642a'
                        key: {
                            sys_security_acl: 'bf9171eaa0e1429e9fed261a7aaba123'
                            sys_user_role: {
                                id: '3470a851d3494ded80e65e99a7509a15'
                                key: {
                                    name: 'x_hlps_access.admin'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: '6dd10b6f6b944d16b52a84c9955f66a3'
                        key: {
                            name: 'x_hlps_access_grant'
                            element: 'role_name'
                        }
                    },
                    {
                        table: 'sys_hub_step_ext_input'
                        id: '6ddea8cf65b243218e56c69313903c98'
                        key: {
                            model: 'aa7814ea2eb3485981f8b1f8f1d136f5'
                            element: 'request'
                        }
                    },
                    {
                        table: 'sys_hub_step_ext_output'
                        id: '6e0519158b4b4bada4a5507233d78e7b'
                        key: {
                            model: '9f6addbec40541a898195dd2c97860f5'
                            element: 'message'
                        }
                    },
                    {
                        table: 'sys_element_mapping'
                        id: '6e0b61197c8e4b48aa1b921b0deba6cf'
                        key: {
                            field: 'message'
                            table: 'var__m_sys_hub_action_output_283505fdc9bd4fc789394a3062bb66fc'
                            id: '283505fdc9bd4fc789394a3062bb66fc'
                        }
                    },
                    {
                        table: 'sys_hub_flow_output'
                        id: '6e4510da38a445aeb0fbe9fcc704b463'
                        key: {
                            model: '906c83970d1f4e3cab0d0f8a51d56edd'
                            element: 'status'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '6e6d32ba00094623842cc484658622be'
                        key: {
                            name: 'var__m_sys_hub_action_input_318662102bf34cc3be660cda27069c95'
                            element: 'item'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_hub_action_output'
                        id: '6e8c57fb3692410fbf911bd3397ec6ba'
                        key: {
                            model: 'e9bcbd29c7f94d2a87565b2828d618bd'
                            element: '__action_status__'
                        }
                    },
                    {
                        table: 'sys_hub_flow_input'
                        id: '6e8dd3f784544fcab82170500b7c5a9a'
                        key: {
                            model: 'b72ec13fe74045aea9a1a41bb4f58d73'
                            element: 'password_reset_request'
                        }
                    },
                    {
                        table: 'sys_db_object'
                        id: '6ee9596fc4d84ca69a03989522f0a803'
                        key: {
                            name: 'x_hlps_access_key'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: '6f5521f10cb8456b9120699591a20292'
                        key: {
                            name: 'x_hlps_access_call'
                            element: 'remote_state'
                        }
                    },
                    {
                        table: 'sys_hub_action_output'
                        id: '6f87a38f2d8246fab5563e50edcdcbef'
                        key: {
                            model: 'e044088e01954006b15bb6ae1dec5f01'
                            element: '__action_status__'
                        }
                    },
                    {
                        table: 'sys_hub_action_output'
                        id: '70845837ef624084a4c5b4da5e75026e'
                        key: {
                            model: 'd665b38426ae42b2a47059194897c7a0'
                            element: 'message'
                        }
                    },
                    {
                        table: 'sys_hub_action_input'
                        id: '711b6951cfda48628e7d1f82104c35cb'
                        key: {
                            model: '2a898bb5f21e4147938b7fb3d526ed89'
                            element: 'request'
                        }
                    },
                    {
                        table: 'ua_table_licensing_config'
                        id: '713e6337e6e5495d8456a0bfad409bbb'
                        key: {
                            name: 'x_hlps_access_sync_run'
                        }
                    },
                    {
                        table: 'sys_hub_action_output'
                        id: '71c58a3eb03d45bdbf8f196e00bcd153'
                        key: {
                            model: '2e884965242449149bc836279c62a3b3'
                            element: '__dont_treat_as_error__'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '71f2538341094a8a9bc0bd838a5ec764'
                        key: {
                            name: 'var__m_sys_hub_action_output_7ee4650a86ae4acbad6d6ad2cb72b8a6'
                            element: 'call'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '72794b09fd4148b58ca5e48c2665e104'
                        key: {
                            name: 'var__m_sys_hub_action_output_2a898bb5f21e4147938b7fb3d526ed89'
                            element: '__action_status__'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: '72af7fb0c30a40c8b4de12db5011e901'
                        key: {
                            name: 'x_hlps_access_key'
                            element: 'secret'
                        }
                    },
                    {
                        table: 'sys_choice'
                        id: '72c9cb48fe994aa28055776658f56a18'
                        key: {
                            name: 'var__m_sys_hub_flow_output_1061f8cd02ed4268a19d9f0f77cd8167'
                            element: 'status'
                            value: 'pending'
                            language: 'en'
                            dependent_value: 'NULL'
                        }
                    },
                    {
                        table: 'sys_hub_step_ext_input'
                        id: '7313ab2548104d39bd0214704b996e35'
                        key: {
                            model: '744e41eec15c46a18d908a6dee62ea89'
                            element: 'group'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '7383d38bc45943d2a053d975e5683f85'
                        key: {
                            name: 'x_hlps_access_call'
                            element: 'taken'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: '74505af7b0cf4dcba55d9bb8eb0c5674'
                        key: {
                            name: 'x_hlps_access_grant'
                            element: 'person'
                        }
                    },
                    {
                        table: 'sys_choice'
                        id: '74e3ec3e1dc64e98b5eaae46c2346db5'
                        key: {
                            name: 'x_hlps_access_call'
                            element: 'kind'
                            value: 'password'
                            language: 'en'
                            dependent_value: 'NULL'
                        }
                    },
                    {
                        table: 'sys_hub_step_ext_input'
                        id: '74fd1f640ddc4e0cb719100173162aa2'
                        deleted: true
                        key: {
                            model: '77411e34c6bd4815ae39ebc3d8198015'
                            element: 'stage'
                        }
                    },
                    {
                        table: 'sys_index'
                        id: '752f9b25686041bf8a7abb4ce1d31ebd'
                        key: {
                            logical_table_name: 'x_hlps_access_grant'
                            col_name_string: 'request_item,role_id'
                        }
                    },
                    {
                        table: 'sys_variable_value'
                        id: '75e1745697274dfd861dcf3765179c97'
                        key: {
                            document_key: 'e7d9c857470942118065f9d657891fdc'
                            variable: '1d94cb1f3b8032000774229c93efc419'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '7663dfec3f25498fa061c21712345a96'
                        key: {
                            name: 'x_hlps_access_app'
                            element: 'synced_at'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '76b8014d9a3f491b896000def2773aba'
                        key: {
                            name: 'var__m_sys_hub_action_output_2a898bb5f21e4147938b7fb3d526ed89'
                            element: 'status'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_hub_step_ext_input'
                        id: '778cc82875234fadb62f64aef801f135'
                        key: {
                            model: 'e1dd27d67b8341c28a4df7c2dd1513ee'
                            element: 'state'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '77ae9cadff32423a8d77e695f58fbd41'
                        key: {
                            name: 'var__m_sys_hub_action_output_283505fdc9bd4fc789394a3062bb66fc'
                            element: '__dont_treat_as_error__'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_security_acl_role'
                        id: '789686dc221440a88b9125c8c8735339'
                        key: {
                            sys_security_acl: '46bbad2370be46d7b2acc75e93dbbaaf'
                            sys_user_role: {
                                id: '3470a851d3494ded80e65e99a7509a15'
                                key: {
                                    name: 'x_hlps_access.admin'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_variable_value'
                        id: '78a47eb9acf94c6c845b950daf3299d9'
                        key: {
                            document_key: 'a10e5bd1aad44737a1f107c4337c2992'
                            variable: '71aa7f6647032200b4fad7527c9a719b'
                        }
                    },
                    {
                        table: 'sys_hub_step_ext_input'
                        id: '78b3f677bdc64e489a60df22d7bb9b19'
                        key: {
                            model: 'e1dd27d67b8341c28a4df7c2dd1513ee'
                            element: 'message'
                        }
                    },
                    {
                        table: 'sys_choice'
                        id: '78caa5ac2cf4481592a268c13127584a'
                        key: {
                            name: 'x_hlps_access_key'
                            element: 'direction'
                            value: 'outbound'
                            language: 'en'
                            dependent_value: 'NULL'
                        }
                    },
                    {
                        table: 'sys_hub_action_output'
                        id: '78f31e8772c24daf903f60a9616caa69'
                        key: {
                            model: '7ee4650a86ae4acbad6d6ad2cb72b8a6'
                            element: 'call'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: '7929e18889b94f5f9ff4a2c20ab20ff2'
                        key: {
                            name: 'x_hlps_access_stage'
                            element: 'apps'
                        }
                    },
                    {
                        table: 'sys_hub_flow_output'
                        id: '794e57998dc441359b3592d4e93d61aa'
                        key: {
                            model: '1061f8cd02ed4268a19d9f0f77cd8167'
                            element: 'status'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '7958cb006d9c4285a23ac7caf308abb0'
                        key: {
                            name: 'x_hlps_access_sync_run'
                            element: 'added'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_hub_flow_stage'
                        id: '7a4dc37e949d4c6586984194a920392b'
                        key: {
                            flow: '8668aed61c3a4a199337eb9dde9f4fe3'
                            value: 'giving'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: '7a85fc5168904716af158d67fe81abe9'
                        key: {
                            name: 'x_hlps_access_nonce'
                            element: 'NULL'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '7b25a8a4bdba4130913ae2160c60471b'
                        key: {
                            name: 'x_hlps_access_stage'
                            element: 'quorum'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '7b5cda7416e747e988ab8a713c815adb'
                        key: {
                            name: 'x_hlps_access_call'
                            element: 'settled'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: '7b96b169c4444146ab2d3eba6dd08c8b'
                        key: {
                            name: 'x_hlps_access_sync_run'
                            element: 'outcome'
                        }
                    },
                    {
                        table: 'sys_hub_flow_output'
                        id: '7b96e38ea98b4975948064139e4d67aa'
                        key: {
                            model: '627d0828d2864de0a0129f0d5e56537e'
                            element: 'approved'
                        }
                    },
                    {
                        table: 'sys_hub_flow_input'
                        id: '7bae8859fd2d4154b630a25834cdad9f'
                        key: {
                            model: '34dce0b4fdba4d7aabd045de6ae4a0fa'
                            element: 'password'
                        }
                    },
                    {
                        table: 'sys_hub_step_ext_output'
                        id: '7c3f263af1e84a54a6501186da3d1d91'
                        key: {
                            model: '77411e34c6bd4815ae39ebc3d8198015'
                            element: 'stage'
                        }
                    },
                    {
                        table: 'sys_hub_step_ext_output'
                        id: '7c56a75c07a94bd3b31dbf47f0498d84'
                        key: {
                            model: '9f6addbec40541a898195dd2c97860f5'
                            element: 'status'
                        }
                    },
                    {
                        table: 'sys_choice'
                        id: '7c8e3b884e4743709a418301b79f6a91'
                        key: {
                            name: 'var__m_sys_hub_flow_output_abab25a6713a4af6ad874af3549500b7'
                            element: 'status'
                            value: 'pending'
                            language: 'en'
                            dependent_value: 'NULL'
                        }
                    },
                    {
                        table: 'sys_element_mapping'
                        id: '7d2460cd8c3043eeb603f6c9ed9ca34e'
                        key: {
                            field: 'message'
                            table: 'var__m_sys_hub_step_ext_input_a30a11ee3e8344cc982818ace21a224b'
                            id: 'a30a11ee3e8344cc982818ace21a224b'
                        }
                    },
                    {
                        table: 'sys_element_mapping'
                        id: '7dafc3ffe6b54ddf9217a7b5d858f380'
                        key: {
                            field: 'state'
                            table: 'var__m_sys_hub_step_ext_input_e1dd27d67b8341c28a4df7c2dd1513ee'
                            id: 'e1dd27d67b8341c28a4df7c2dd1513ee'
                        }
                    },
                    {
                        table: 'sys_hub_action_output'
                        id: '7e3582af27ec48aab3927f20b68bb1c9'
                        key: {
                            model: '7ee4650a86ae4acbad6d6ad2cb72b8a6'
                            element: '__action_status__'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '7e59a0c228f348b9886ece4d9e66bbd8'
                        key: {
                            name: 'x_hlps_access_grant'
                            element: 'NULL'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '7e73911a7fd34dc087e8e269cc5983d2'
                        key: {
                            name: 'var__m_sys_hub_action_input_7ee4650a86ae4acbad6d6ad2cb72b8a6'
                            element: 'opened'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_choice'
                        id: '7f0fdccb559d4a00b0f3e95e021a7778'
                        key: {
                            name: 'var__m_sys_hub_flow_output_34dce0b4fdba4d7aabd045de6ae4a0fa'
                            element: 'status'
                            value: 'pending'
                            language: 'en'
                            dependent_value: 'NULL'
                        }
                    },
                    {
                        table: 'sys_hub_action_input'
                        id: '7f1db90f7a584343bcd0fcdabd66736a'
                        deleted: true
                        key: {
                            model: '4b4809eaf20b4533862b66cf4a3e860d'
                            element: 'stage'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: '7f2c398e6fb740c1980d0684be7b4d42'
                        key: {
                            name: 'x_hlps_access_stage'
                            element: 'kind'
                        }
                    },
                    {
                        table: 'sys_hub_flow_output'
                        id: '7f5b5ce73af441faa542c4b226f630a1'
                        key: {
                            model: 'abab25a6713a4af6ad874af3549500b7'
                            element: 'error_message'
                        }
                    },
                    {
                        table: 'sys_variable_value'
                        id: '7f9cc8255323469282c5901765aea51d'
                        key: {
                            document_key: 'aa7814ea2eb3485981f8b1f8f1d136f5'
                            variable: '71aa7f6647032200b4fad7527c9a719b'
                        }
                    },
                    {
                        table: 'sys_security_acl_role'
                        id: '7f9d165c42a7430d9aa0e4c2d384ece3'
                        key: {
                            sys_security_acl: '03bc21fbfe7e4b64bcfac7a4239077c4'
                            sys_user_role: {
                                id: '3470a851d3494ded80e65e99a7509a15'
                                key: {
                                    name: 'x_hlps_access.admin'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_element_mapping'
                        id: '7fdebcce8d5a471e815f93498f792583'
                        deleted: true
                        key: {
                            field: 'stage'
                            table: 'var__m_sys_hub_step_ext_input_77411e34c6bd4815ae39ebc3d8198015'
                            id: '77411e34c6bd4815ae39ebc3d8198015'
                        }
                    },
                    {
                        table: 'sys_security_acl_role'
                        id: '8093600da842422b8c0584838240568b'
                        key: {
                            sys_security_acl: '77f28d7d46b5472fa9d58acbc89babff'
                            sys_user_role: {
                                id: 'da454291a4c14aba863b7c5bbc8dc432'
                                key: {
                                    name: 'x_hlps_access.integration'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '82086cbfc89c4981a43a0e6613f7ba8b'
                        key: {
                            name: 'var__m_sys_hub_action_output_35df6eccfd3c4e1aab3c39625a742a4c'
                            element: '__dont_treat_as_error__'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_hub_action_input'
                        id: '828d7310389f4df486169bae12d12154'
                        key: {
                            model: '4b4809eaf20b4533862b66cf4a3e860d'
                            element: 'item'
                        }
                    },
                    {
                        table: 'sys_hub_action_input'
                        id: '82c0c1b64f684cb7a1c42289baf4c105'
                        key: {
                            model: '318662102bf34cc3be660cda27069c95'
                            element: 'state'
                        }
                    },
                    {
                        table: 'sys_element_mapping'
                        id: '83ee7d959f75447b9041da79a9f71105'
                        key: {
                            field: 'message'
                            table: 'var__m_sys_hub_action_output_2a898bb5f21e4147938b7fb3d526ed89'
                            id: '2a898bb5f21e4147938b7fb3d526ed89'
                        }
                    },
                    {
                        table: 'sys_choice'
                        id: '83f38f8f2102477ea3ea7cba67d6cbf1'
                        key: {
                            name: 'var__m_sys_hub_flow_output_abab25a6713a4af6ad874af3549500b7'
                            element: 'status'
                            value: 'failure'
                            language: 'en'
                            dependent_value: 'NULL'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '8445620e02394bf6a16ac741a00a1ca2'
                        key: {
                            name: 'x_hlps_access_app'
                            element: 'policy_version'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_element_mapping'
                        id: '84535f930d1d420db408396dc8a5c4e5'
                        key: {
                            field: 'status'
                            table: 'var__m_sys_hub_action_output_e044088e01954006b15bb6ae1dec5f01'
                            id: 'e044088e01954006b15bb6ae1dec5f01'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '853e5f70eb3449bbabdae961ec3bae70'
                        key: {
                            name: 'x_hlps_access_call'
                            element: 'message'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_choice'
                        id: '85782cb98a1b4e3580ecffaa565a8bd1'
                        key: {
                            name: 'x_hlps_access_call'
                            element: 'state'
                            value: 'given_up'
                            language: 'en'
                            dependent_value: 'NULL'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: '85d4e1603a3a44c4899098858f73caaf'
                        key: {
                            name: 'x_hlps_access_challenge'
                            element: 'state'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '86169b8b6906464fb69dc89159411d62'
                        key: {
                            name: 'var__m_sys_hub_action_output_f771277e907541999f5fcb5cf1f2b2f0'
                            element: 'status'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '86fb3ce1d335422d8bd352f8f6815037'
                        key: {
                            name: 'var__m_sys_hub_action_output_558c564f47f142d790f800c40951ae85'
                            element: 'message'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '8703e9cdb1d541908ad840eb1b114435'
                        key: {
                            name: 'x_hlps_access_challenge'
                            element: 'expires_at'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '870629506c754197946b19896b66854f'
                        key: {
                            name: 'var__m_sys_hub_action_input_e9bcbd29c7f94d2a87565b2828d618bd'
                            element: 'note'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_hub_step_ext_input'
                        id: '872d2a6846cc4225896523f3f60a6dc3'
                        key: {
                            model: '7e83da3a0d1e4cf9b82ea077558971af'
                            element: 'item'
                        }
                    },
                    {
                        table: 'sys_hub_flow_stage'
                        id: '8741fb2031c84c03bac82938ee4e6e57'
                        key: {
                            flow: '8668aed61c3a4a199337eb9dde9f4fe3'
                            value: 'checking'
                        }
                    },
                    {
                        table: 'sys_hub_step_ext_input'
                        id: '8796e66f7302480388cd7fea4a1e8332'
                        key: {
                            model: '10c7751942054511a3f3ab69da2f8331'
                            element: 'stage'
                        }
                    },
                    {
                        table: 'ua_table_licensing_config'
                        id: '87d66fc8dfe941c58e30b9465fc16ece'
                        key: {
                            name: 'x_hlps_access_call'
                        }
                    },
                    {
                        table: 'sys_security_acl_role'
                        id: '87dc7bf3bbe743a590b72a8573e81f44'
                        key: {
                            sys_security_acl: '025be5efea284f868ee5f78e03277b72'
                            sys_user_role: {
                                id: '3470a851d3494ded80e65e99a7509a15'
                                key: {
                                    name: 'x_hlps_access.admin'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_hub_action_input'
                        id: '880c1b55748b4c77b8358c846259e3d5'
                        key: {
                            model: 'd665b38426ae42b2a47059194897c7a0'
                            element: 'item'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '88de0654f1324b8cac65500b21ed7bb1'
                        key: {
                            name: 'x_hlps_access_call'
                            element: 'body'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_hub_action_output'
                        id: '898cafc20a914ee7934819bb5995e89d'
                        key: {
                            model: '35df6eccfd3c4e1aab3c39625a742a4c'
                            element: '__dont_treat_as_error__'
                        }
                    },
                    {
                        table: 'sys_db_object'
                        id: '899ea8a4cce648879feced04d966d866'
                        key: {
                            name: 'x_hlps_access_nonce'
                        }
                    },
                    {
                        table: 'sys_security_acl_role'
                        id: '8a3ded7be92545e39f6cbd4e4f0e4dff'
                        key: {
                            sys_security_acl: '0265d4a96b804e5280f0c480019c30e4'
                            sys_user_role: {
                                id: '3470a851d3494ded80e65e99a7509a15'
                                key: {
                                    name: 'x_hlps_access.admin'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_variable_value'
                        id: '8a827fa568964ca2a5704ee1055a46b7'
                        key: {
                            document_key: '7e83da3a0d1e4cf9b82ea077558971af'
                            variable: '74315b04b3201300176b051a16a8dc2b'
                        }
                    },
                    {
                        table: 'sys_variable_value'
                        id: '8afac9932284424dbf6a9e40e2e3e5e9'
                        key: {
                            document_key: '09a1c7c3aa0344988aa4ad59a031e7c5'
                            variable: '6cdd0ab543010210b6f9a0246bb8f2f2'
                        }
                    },
                    {
                        table: 'par_dashboard_permission'
                        id: '8b1280d3593c4562aa684731eacb72a2'
                        deleted: true
                        key: {
                            dashboard: '322b5dbf34504a7f8d078911ac2f62c4'
                            user: 'NULL'
                            group: 'NULL'
                            role: {
                                id: 'fd7d342019344b99942635c52c726408'
                                key: {
                                    name: 'x_hlps_access.agent'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_hub_action_output'
                        id: '8b5c0bed479146ba99c924f54a1b619f'
                        key: {
                            model: 'd665b38426ae42b2a47059194897c7a0'
                            element: 'group'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '8b631e52ceeb4370b38c84a9c6f944ed'
                        key: {
                            name: 'var__m_sys_hub_flow_output_abab25a6713a4af6ad874af3549500b7'
                            element: 'error_message'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '8c15ad3690f74ca09ec4070ad26550c0'
                        key: {
                            name: 'var__m_sys_hub_action_output_626b92f8739445e3aebf743df17f806d'
                            element: '__dont_treat_as_error__'
                            language: 'en'
                        }
                    },
                    {
                        table: 'item_option_new'
                        id: '8c2aa673d1cd4cf1b6e75cfff90ecee7'
                        key: {
                            cat_item: 'f341975e869a4ea6b6fb88510e845e18'
                            variable_set: 'NULL'
                            name: 'requested_for'
                        }
                    },
                    {
                        table: 'sys_variable_value'
                        id: '8ca52770e84d419684987f41f4a687f4'
                        key: {
                            document_key: 'e532a43ca39a4e408940aba078b8d662'
                            variable: '74315b04b3201300176b051a16a8dc2b'
                        }
                    },
                    {
                        table: 'sys_security_acl_role'
                        id: '8ca93fc2217b4b85a70eacfd6bf991e6'
                        key: {
                            sys_security_acl: '3ac368b9a39e4ebab96441a815ac02f2'
                            sys_user_role: {
                                id: '3470a851d3494ded80e65e99a7509a15'
                                key: {
                                    name: 'x_hlps_access.admin'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '8cc37d1526a248a8ab2aafc58d195a77'
                        key: {
                            name: 'x_hlps_access_nonce'
                            element: 'nonce'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_hub_flow_input'
                        id: '8cf7ffe1c4e346b0b248718db10f3b17'
                        key: {
                            model: 'b72ec13fe74045aea9a1a41bb4f58d73'
                            element: 'old_password'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '8d1559f7065345e4884c2ef726adf57a'
                        key: {
                            name: 'x_hlps_access_sync_run'
                            element: 'changed'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_hub_step_ext_output'
                        id: '8e2976b84f3e4f4982b8dbfb69d96776'
                        key: {
                            model: '4a8a64e5ddb24d08b589f85811fce4ab'
                            element: 'call'
                        }
                    },
                    {
                        table: 'sys_hub_action_output'
                        id: '8ec22758a3b34ad58bedf3d578287076'
                        key: {
                            model: '4b4809eaf20b4533862b66cf4a3e860d'
                            element: '__dont_treat_as_error__'
                        }
                    },
                    {
                        table: 'sys_choice'
                        id: '8ed52aec9f724082b91a2f6f6856f105'
                        key: {
                            name: 'x_hlps_access_stage'
                            element: 'kind'
                            value: 'person'
                            language: 'en'
                            dependent_value: 'NULL'
                        }
                    },
                    {
                        table: 'sys_hub_step_ext_output'
                        id: '8ef9f25257364e42833826ecdd49ca72'
                        key: {
                            model: '744e41eec15c46a18d908a6dee62ea89'
                            element: 'task'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '8eff5e2c7d9448b5aa2ad82c3d07f869'
                        key: {
                            name: 'x_hlps_access_nonce'
                            element: 'NULL'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_element_mapping'
                        id: '8f0bb7739e2e4ab79b4174f0f5226477'
                        key: {
                            field: 'status'
                            table: 'var__m_sys_hub_action_output_2a898bb5f21e4147938b7fb3d526ed89'
                            id: '2a898bb5f21e4147938b7fb3d526ed89'
                        }
                    },
                    {
                        table: 'sys_hub_step_ext_output'
                        id: '8f0ca402487f42f2b3d88f6b6087f577'
                        deleted: true
                        key: {
                            model: '77411e34c6bd4815ae39ebc3d8198015'
                            element: 'kind'
                        }
                    },
                    {
                        table: 'sys_security_acl_role'
                        id: '8fcda456379d4593b236c5413ddf6787'
                        key: {
                            sys_security_acl: '77f28d7d46b5472fa9d58acbc89babff'
                            sys_user_role: {
                                id: 'fd7d342019344b99942635c52c726408'
                                key: {
                                    name: 'x_hlps_access.agent'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_index'
                        id: '90a584fc36764f879394893adb026958'
                        key: {
                            logical_table_name: 'x_hlps_access_call'
                            col_name_string: 'request_item,kind'
                        }
                    },
                    {
                        table: 'sys_element_mapping'
                        id: '90a676dbb558462da0f7190781c94d61'
                        key: {
                            field: 'stage'
                            table: 'var__m_sys_hub_action_output_4b4809eaf20b4533862b66cf4a3e860d'
                            id: '4b4809eaf20b4533862b66cf4a3e860d'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '90b874a4d4bb4ae79dfc9c0e61d04f93'
                        key: {
                            name: 'var__m_sys_hub_action_input_7ee4650a86ae4acbad6d6ad2cb72b8a6'
                            element: 'item'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_hub_action_output'
                        id: '91488e8b73214c0882914e873ed3944c'
                        key: {
                            model: '283505fdc9bd4fc789394a3062bb66fc'
                            element: '__dont_treat_as_error__'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '91ba4d7bd6e64f58a6a4ea347e406f99'
                        key: {
                            name: 'var__m_sys_hub_action_input_e044088e01954006b15bb6ae1dec5f01'
                            element: 'request'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '92c9374ee9494b8fa339302318198808'
                        key: {
                            name: 'var__m_sys_hub_action_input_318662102bf34cc3be660cda27069c95'
                            element: 'state'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_hub_action_input'
                        id: '930f03712a6b4bc0b9649c35dd0ec393'
                        key: {
                            model: 'd9240bff8bb043c9b3525194bcaec010'
                            element: 'old_password'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '9339a92167f7461db050f4b3755d884e'
                        key: {
                            name: 'var__m_sys_hub_flow_output_b72ec13fe74045aea9a1a41bb4f58d73'
                            element: 'status'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_hub_step_ext_input'
                        id: '93bfaf4b873b422c87d238e3ba72518b'
                        key: {
                            model: '4a8a64e5ddb24d08b589f85811fce4ab'
                            element: 'item'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: '9401460503424ddf8a2623e72212af45'
                        key: {
                            name: 'x_hlps_access_stage'
                            element: 'earlier'
                        }
                    },
                    {
                        table: 'sys_element_mapping'
                        id: '94922b7e9a4741e8816b34093c81b201'
                        key: {
                            field: 'item'
                            table: 'var__m_sys_hub_step_ext_input_77411e34c6bd4815ae39ebc3d8198015'
                            id: '77411e34c6bd4815ae39ebc3d8198015'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: '94a125cdda55403faa3e02248e17b242'
                        key: {
                            name: 'x_hlps_access_key'
                            element: 'state'
                        }
                    },
                    {
                        table: 'sys_hub_action_output'
                        id: '95fc8ccf1ac247ccb24df297366c97ff'
                        key: {
                            model: '2a898bb5f21e4147938b7fb3d526ed89'
                            element: 'status'
                        }
                    },
                    {
                        table: 'sys_hub_action_output'
                        id: '9685b6f5211c4dfc8302560b8df25607'
                        key: {
                            model: '626b92f8739445e3aebf743df17f806d'
                            element: 'kind'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '96b33484af40426293442f49b3eec94d'
                        key: {
                            name: 'var__m_sys_hub_flow_input_627d0828d2864de0a0129f0d5e56537e'
                            element: 'item'
                            language: 'en'
                        }
                    },
                    {
                        table: 'item_option_new'
                        id: '970cd28c4c814fb6b45e4a6d356ae12b'
                        key: {
                            cat_item: 'f341975e869a4ea6b6fb88510e845e18'
                            variable_set: 'NULL'
                            name: 'duration_days'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: '9786dfeb158841fea5a69340ae7b3f63'
                        key: {
                            name: 'x_hlps_access_key'
                            element: 'direction'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: '97aa9171ecba43a7bded2ce0ce347750'
                        key: {
                            name: 'x_hlps_access_grant'
                            element: 'version'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '97f4d83969634eb6aafc283ad31679e6'
                        key: {
                            name: 'var__m_sys_hub_action_output_283505fdc9bd4fc789394a3062bb66fc'
                            element: '__action_status__'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '97fb5d354d434524b6a62ee99d48ef62'
                        key: {
                            name: 'var__m_sys_hub_action_output_f771277e907541999f5fcb5cf1f2b2f0'
                            element: 'message'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_element_mapping'
                        id: '9883d0a0c8ec40a49d824795df81449d'
                        key: {
                            field: 'item'
                            table: 'var__m_sys_hub_step_ext_input_a30a11ee3e8344cc982818ace21a224b'
                            id: 'a30a11ee3e8344cc982818ace21a224b'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: '98ad6a8a96144eb39bd2ce9185047da4'
                        key: {
                            name: 'x_hlps_access_stage'
                            element: 'quorum'
                        }
                    },
                    {
                        table: 'sys_hub_flow_output'
                        id: '98c95b1f66c5450abcfedb2beefa5a0c'
                        key: {
                            model: '34dce0b4fdba4d7aabd045de6ae4a0fa'
                            element: 'error_message'
                        }
                    },
                    {
                        table: 'sys_hub_flow_input'
                        id: '994bc5640ef14e8a8459862e124c30fb'
                        key: {
                            model: '1061f8cd02ed4268a19d9f0f77cd8167'
                            element: 'password_reset_request'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '99b15c398d84410fb7d5d03c4021a81e'
                        key: {
                            name: 'x_hlps_access_stage'
                            element: 'apps'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '9a8349dba3ea435988a9a1bcd725ac1f'
                        key: {
                            name: 'x_hlps_access_app'
                            element: 'icon'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '9a988a0a727442af84de41452a1c335f'
                        key: {
                            name: 'x_hlps_access_stage'
                            element: 'decided_at'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_hub_action_output'
                        id: '9ab15dd5643f4ccd97e45f784ee26fb4'
                        key: {
                            model: '2a898bb5f21e4147938b7fb3d526ed89'
                            element: '__dont_treat_as_error__'
                        }
                    },
                    {
                        table: 'sys_hub_action_output'
                        id: '9b38b6e8802b4c43b9c571d86ee4c519'
                        key: {
                            model: '283505fdc9bd4fc789394a3062bb66fc'
                            element: 'message'
                        }
                    },
                    {
                        table: 'sys_number'
                        id: '9b400d326d074521a1367dd89dd11f59'
                        key: {
                            category: 'x_hlps_access_call'
                            prefix: 'HPC'
                        }
                    },
                    {
                        table: 'sys_choice'
                        id: '9b7e022465dd4cc1815d08fecd13dee1'
                        key: {
                            name: 'x_hlps_access_sync_run'
                            element: 'outcome'
                            value: 'done'
                            language: 'en'
                            dependent_value: 'NULL'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: '9c72d2d4baf440278e07ecb4e3bfae67'
                        key: {
                            name: 'x_hlps_access_challenge'
                            element: 'given'
                        }
                    },
                    {
                        table: 'sys_element_mapping'
                        id: '9c75d447fca741819560efb0d727ea67'
                        key: {
                            field: 'message'
                            table: 'var__m_sys_hub_action_output_e044088e01954006b15bb6ae1dec5f01'
                            id: 'e044088e01954006b15bb6ae1dec5f01'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '9d654c5e6dc14326ae3f4d51e5eb698b'
                        key: {
                            name: 'var__m_sys_hub_action_output_318662102bf34cc3be660cda27069c95'
                            element: '__action_status__'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_hub_action_input'
                        id: '9d71bd0d56974d74a263aba44a9fb49e'
                        key: {
                            model: 'f771277e907541999f5fcb5cf1f2b2f0'
                            element: 'password'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: '9d93a546948e469ea2c2f85d660006cb'
                        key: {
                            name: 'x_hlps_access_key'
                            element: 'NULL'
                        }
                    },
                    {
                        table: 'sys_element_mapping'
                        id: '9ee8497827924c5c8cf46fbe8b624c3a'
                        key: {
                            field: 'new_password'
                            table: 'var__m_sys_hub_step_ext_input_c8513597a06141b8a281f498bc68d3ca'
                            id: 'c8513597a06141b8a281f498bc68d3ca'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: '9f39ca6fcb84423a8e79a9aa76efeb1f'
                        key: {
                            name: 'x_hlps_access_call'
                            element: 'body'
                        }
                    },
                    {
                        table: 'sys_index'
                        id: '9f63f9297ccc4ef4adc4a2d23d1f94be'
                        key: {
                            logical_table_name: 'x_hlps_access_key'
                            col_name_string: 'key_id,direction'
                        }
                    },
                    {
                        table: 'sys_hub_action_output'
                        id: '9fc53b785d5c409cadfcd14dc21f914a'
                        key: {
                            model: 'd665b38426ae42b2a47059194897c7a0'
                            element: 'note'
                        }
                    },
                    {
                        table: 'sys_hub_flow_output'
                        id: '9fe02b5a27c143d587c055871361a774'
                        key: {
                            model: '1061f8cd02ed4268a19d9f0f77cd8167'
                            element: 'error_message'
                        }
                    },
                    {
                        table: 'sys_choice_set'
                        id: 'a0222e03826c4a9e8ab9e55c66dfe3f5'
                        key: {
                            name: 'x_hlps_access_stage'
                            element: 'kind'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: 'a06c4fc2da024ea5ab56e69ccb17f47f'
                        key: {
                            name: 'var__m_sys_hub_action_output_d665b38426ae42b2a47059194897c7a0'
                            element: '__dont_treat_as_error__'
                            language: 'en'
                        }
                    },
                    {
                        table: 'par_dashboard_canvas'
                        id: 'a091ac38021f4ff288d4b64a2407759d'
                        deleted: true
                        key: {
                            dashboard: '322b5dbf34504a7f8d078911ac2f62c4'
                            dashboard_tab: '64865ea6c819478884525af90d73bb7f'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: 'a0fa62e9e5f44f52914a494554d5eeb7'
                        key: {
                            name: 'var__m_sys_hub_action_input_d9240bff8bb043c9b3525194bcaec010'
                            element: 'new_password'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: 'a1bc5a98dc034f13b8efb4978e9b00a3'
                        key: {
                            name: 'var__m_sys_hub_action_output_e9bcbd29c7f94d2a87565b2828d618bd'
                            element: '__action_status__'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_hub_action_output'
                        id: 'a1bfa5f5c0ee4501a81e1206ed30ef98'
                        key: {
                            model: '35df6eccfd3c4e1aab3c39625a742a4c'
                            element: '__action_status__'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: 'a1ce8edd8bdc4d23aa6f2f5ede1da2bb'
                        key: {
                            name: 'x_hlps_access_call'
                            element: 'state'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: 'a224288abe2a4214a0120f6ca07a1413'
                        key: {
                            name: 'x_hlps_access_sync_run'
                            element: 'message'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: 'a23c309921624b9aa55097a3b5aad5c7'
                        key: {
                            name: 'x_hlps_access_app'
                            element: 'icon'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: 'a2462d09c0734c54a1284b0b176f14b9'
                        key: {
                            name: 'var__m_sys_hub_action_output_4b4809eaf20b4533862b66cf4a3e860d'
                            element: '__action_status__'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_choice_set'
                        id: 'a26d30b8639b48c2873ce48b1c1d652c'
                        key: {
                            name: 'x_hlps_access_stage'
                            element: 'state'
                        }
                    },
                    {
                        table: 'sys_security_acl_role'
                        id: 'a2839092d5ed4f1e819cac9f815e4c22'
                        key: {
                            sys_security_acl: 'ba442e624d534ecd8bacbba8714f2a9b'
                            sys_user_role: {
                                id: '3470a851d3494ded80e65e99a7509a15'
                                key: {
                                    name: 'x_hlps_access.admin'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_rest_message_fn'
                        id: 'a28da4b46ba74336b5ec27877a78f746'
                        key: {
                            rest_message: 'cc8b066801ba4cc9acb356a7c054987a'
                            function_name: 'get'
                        }
                    },
                    {
                        table: 'sys_choice'
                        id: 'a4829959f24447769d7442e8040b2cd2'
                        key: {
                            name: 'x_hlps_access_grant'
                            element: 'state'
                            value: 'ended'
                            language: 'en'
                            dependent_value: 'NULL'
                        }
                    },
                    {
                        table: 'sys_hub_action_output'
                        id: 'a4ef72196dd142eab13dee2bc73faef8'
                        key: {
                            model: '35df6eccfd3c4e1aab3c39625a742a4c'
                            element: 'next'
                        }
                    },
                    {
                        table: 'sys_element_mapping'
                        id: 'a53a5c7e57234602a1b893e50dd2767a'
                        key: {
                            field: 'note'
                            table: 'var__m_sys_hub_action_output_d665b38426ae42b2a47059194897c7a0'
                            id: 'd665b38426ae42b2a47059194897c7a0'
                        }
                    },
                    {
                        table: 'sys_choice'
                        id: 'a5706cf31cdc4d9fa5ed121fbed853e9'
                        key: {
                            name: 'x_hlps_access_call'
                            element: 'kind'
                            value: 'policy'
                            language: 'en'
                            dependent_value: 'NULL'
                        }
                    },
                    {
                        table: 'sys_choice'
                        id: 'a57e5e3de0d54207a53a6bb70fe208a5'
                        key: {
                            name: 'x_hlps_access_stage'
                            element: 'state'
                            value: 'skipped'
                            language: 'en'
                            dependent_value: 'NULL'
                        }
                    },
                    {
                        table: 'sys_element_mapping'
                        id: 'a5d579f48c9c48eb965851465649d27a'
                        deleted: true
                        key: {
                            field: 'kind'
                            table: 'var__m_sys_hub_action_output_4b4809eaf20b4533862b66cf4a3e860d'
                            id: '4b4809eaf20b4533862b66cf4a3e860d'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: 'a6af4dd87d314c28b3da09d8bc4c64a0'
                        key: {
                            name: 'x_hlps_access_challenge'
                            element: 'state'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_security_acl_role'
                        id: 'a6e7b81d1e8d4379a5763c92c690e797'
                        key: {
                            sys_security_acl: '1523338e51e3476e8670a56a31355136'
                            sys_user_role: {
                                id: '3470a851d3494ded80e65e99a7509a15'
                                key: {
                                    name: 'x_hlps_access.admin'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: 'a6fd0d1046b64c23b574e7ec4b50f7a9'
                        key: {
                            name: 'var__m_sys_hub_action_input_626b92f8739445e3aebf743df17f806d'
                            element: 'item'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_hub_step_ext_input'
                        id: 'a72e010c739a435988be8bbd4d811780'
                        key: {
                            model: 'c8513597a06141b8a281f498bc68d3ca'
                            element: 'new_password'
                        }
                    },
                    {
                        table: 'sys_hub_flow_output'
                        id: 'a77ad7814f91403ebfbc91caa6832e97'
                        key: {
                            model: 'abab25a6713a4af6ad874af3549500b7'
                            element: 'status'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: 'a78eff8774d8444db2177df4f081f67e'
                        key: {
                            name: 'var__m_sys_hub_action_output_d665b38426ae42b2a47059194897c7a0'
                            element: '__action_status__'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: 'a7cc62b33b5b476f91898a60804c161f'
                        key: {
                            name: 'x_hlps_access_call'
                            element: 'remote_version'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_variable_value'
                        id: 'a823cc1f4cf34739bb52c66f0bc6d997'
                        key: {
                            document_key: '09a1c7c3aa0344988aa4ad59a031e7c5'
                            variable: '58408e250b3222000b7da95e93673a5c'
                        }
                    },
                    {
                        table: 'sys_choice'
                        id: 'a8bee9a312414315b155a33e483082ba'
                        key: {
                            name: 'var__m_sys_hub_flow_output_1061f8cd02ed4268a19d9f0f77cd8167'
                            element: 'status'
                            value: 'success'
                            language: 'en'
                            dependent_value: 'NULL'
                        }
                    },
                    {
                        table: 'sys_security_acl_role'
                        id: 'a8c90d54ce1f477fa3f384548469980b'
                        key: {
                            sys_security_acl: '7ee41c4f1ceb4fc6adef43d11ea53c19'
                            sys_user_role: {
                                id: '3470a851d3494ded80e65e99a7509a15'
                                key: {
                                    name: 'x_hlps_access.admin'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: 'a96079f71e764fb5bd818ec83fa24e14'
                        key: {
                            name: 'x_hlps_access_stage'
                            element: 'label'
                        }
                    },
                    {
                        table: 'sys_hub_action_output'
                        id: 'a9a1fce120854961bba24ffb2d39aeb9'
                        key: {
                            model: '2e884965242449149bc836279c62a3b3'
                            element: 'approved'
                        }
                    },
                    {
                        table: 'ua_table_licensing_config'
                        id: 'aa295bd36e4642648ddc2b0fd758dd03'
                        key: {
                            name: 'x_hlps_access_app'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: 'aa7dd9809e5d47f4b7c7bc3c5bb1082e'
                        key: {
                            name: 'var__m_sys_hub_flow_input_b72ec13fe74045aea9a1a41bb4f58d73'
                            element: 'password_reset_request'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: 'aaf706621ef0499c824d2e7c29626e25'
                        key: {
                            name: 'x_hlps_access_app'
                            element: 'name'
                        }
                    },
                    {
                        table: 'sys_security_acl_role'
                        id: 'ab265e948c0a4dc3a5c24c1c7ad41283'
                        key: {
                            sys_security_acl: '752b9413d986434a97abe8eec449a0c7'
                            sys_user_role: {
                                id: '3470a851d3494ded80e65e99a7509a15'
                                key: {
                                    name: 'x_hlps_access.admin'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: 'abb51b5f68db496aabeba095b72dab27'
                        key: {
                            name: 'x_hlps_access_grant'
                            element: 'NULL'
                        }
                    },
                    {
                        table: 'sys_choice'
                        id: 'ac66022ed8b34adf9fa88465be9a1a0d'
                        key: {
                            name: 'var__m_sys_hub_flow_output_b72ec13fe74045aea9a1a41bb4f58d73'
                            element: 'status'
                            value: 'success'
                            language: 'en'
                            dependent_value: 'NULL'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: 'acccbee07d0b4a57b0dcaf472a0530dd'
                        key: {
                            name: 'x_hlps_access_sync_run'
                            element: 'catalog_version'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: 'adf17b31929b46868903255c64bd6c09'
                        key: {
                            name: 'x_hlps_access_sync_run'
                            element: 'catalog_version'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_hub_step_ext_output'
                        id: 'afd3f880664b46d38182a3f4be1ea69f'
                        key: {
                            model: 'c8513597a06141b8a281f498bc68d3ca'
                            element: 'status'
                        }
                    },
                    {
                        table: 'sys_choice'
                        id: 'b013764bf22e41beaeb7db356aba21d9'
                        key: {
                            name: 'var__m_sys_hub_flow_output_1061f8cd02ed4268a19d9f0f77cd8167'
                            element: 'locked'
                            value: 'true'
                            language: 'en'
                            dependent_value: 'NULL'
                        }
                    },
                    {
                        table: 'sys_variable_value'
                        id: 'b124d2ae30c3435a9ab5086777d450e3'
                        key: {
                            document_key: '77411e34c6bd4815ae39ebc3d8198015'
                            variable: '71aa7f6647032200b4fad7527c9a719b'
                        }
                    },
                    {
                        table: 'sys_choice'
                        id: 'b1407f57e9344c0894e9ab7e469b6372'
                        key: {
                            name: 'var__m_sys_hub_flow_output_34dce0b4fdba4d7aabd045de6ae4a0fa'
                            element: 'status'
                            value: 'success'
                            language: 'en'
                            dependent_value: 'NULL'
                        }
                    },
                    {
                        table: 'sys_hub_step_ext_input'
                        id: 'b1682fefa5e94703b69422b70d6ed2e5'
                        key: {
                            model: 'c8513597a06141b8a281f498bc68d3ca'
                            element: 'old_password'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: 'b1f80d9ac399426983ea6cc69ecfe6d1'
                        key: {
                            name: 'x_hlps_access_stage'
                            element: 'state'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: 'b20790fc97114532b4577be5842d1dfb'
                        key: {
                            name: 'var__m_sys_hub_action_input_f771277e907541999f5fcb5cf1f2b2f0'
                            element: 'password'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: 'b33064bee8c4464591656fe34cc6052a'
                        key: {
                            name: 'var__m_sys_hub_action_output_2e884965242449149bc836279c62a3b3'
                            element: 'approved'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: 'b4d7d0ee52df4fe2ae655b7c47e0d111'
                        key: {
                            name: 'x_hlps_access_stage'
                            element: 'earlier'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: 'b4f3e8705dff41ddb6cd2af8178b7d85'
                        key: {
                            name: 'x_hlps_access_call'
                            element: 'path'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_hub_step_ext_input'
                        id: 'b547a069606246988f856e70763e77c2'
                        key: {
                            model: '744e41eec15c46a18d908a6dee62ea89'
                            element: 'message'
                        }
                    },
                    {
                        table: 'sys_ui_action_role'
                        id: 'b591603c44ab41108c1b439e4d9078c6'
                        key: {
                            sys_ui_action: '531f09865f1d4319b1f629ff442307cc'
                            sys_user_role: {
                                id: 'fd7d342019344b99942635c52c726408'
                                key: {
                                    name: 'x_hlps_access.agent'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: 'b5c449ad86f244ef983dc4543f2dfd22'
                        key: {
                            name: 'x_hlps_access_sync_run'
                            element: 'added'
                        }
                    },
                    {
                        table: 'sys_user_role_contains'
                        id: 'b64aa2e2547340bdaf647179f08b0bef'
                        key: {
                            role: {
                                id: 'fd7d342019344b99942635c52c726408'
                                key: {
                                    name: 'x_hlps_access.agent'
                                }
                            }
                            contains: {
                                id: 'fd76cecc1ee14425b1ffd4007b3f08c4'
                                key: {
                                    name: 'x_hlps_access.requester'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: 'b65329211b2c4d38975a099dff2ba33a'
                        key: {
                            name: 'x_hlps_access_call'
                            element: 'request_item'
                        }
                    },
                    {
                        table: 'sys_hub_flow_stage'
                        id: 'b6ec50f6507247e49569f2e2c0cb92c6'
                        key: {
                            flow: '8668aed61c3a4a199337eb9dde9f4fe3'
                            value: 'owner'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: 'b73218a819b14b2e938a34254fe573fc'
                        key: {
                            name: 'x_hlps_access_stage'
                            element: 'approvers'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_hub_action_output'
                        id: 'b733d4fae9864bf094f97c9d0512d118'
                        key: {
                            model: 'e044088e01954006b15bb6ae1dec5f01'
                            element: 'locked'
                        }
                    },
                    {
                        table: 'sys_hub_step_ext_input'
                        id: 'b78197b2a8e44b8ab8557089142d7adc'
                        key: {
                            model: 'a10e5bd1aad44737a1f107c4337c2992'
                            element: 'request'
                        }
                    },
                    {
                        table: 'sys_security_acl_role'
                        id: 'b79001d4d9354381bffe324d5447b93a'
                        key: {
                            sys_security_acl: '9e434cb70940467d9ebdcdc023207870'
                            sys_user_role: {
                                id: 'da454291a4c14aba863b7c5bbc8dc432'
                                key: {
                                    name: 'x_hlps_access.integration'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_hub_step_ext_input'
                        id: 'b79a6412743c4fa08b79c9eaed21438f'
                        key: {
                            model: '744e41eec15c46a18d908a6dee62ea89'
                            element: 'item'
                        }
                    },
                    {
                        table: 'sys_index'
                        id: 'b7a24f959cf940e7b69e87805468ae9a'
                        key: {
                            logical_table_name: 'x_hlps_access_call'
                            col_name_string: 'state,next_try_at'
                        }
                    },
                    {
                        table: 'sys_choice'
                        id: 'b7d530a91b444332ad6a17068d6b70f5'
                        key: {
                            name: 'x_hlps_access_call'
                            element: 'state'
                            value: 'waiting'
                            language: 'en'
                            dependent_value: 'NULL'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: 'b7f32a863b00465f87b8dc50e044a593'
                        key: {
                            name: 'x_hlps_access_call'
                            element: 'NULL'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_choice'
                        id: 'b806dd003c8a4e14981e042d2a93b8c6'
                        key: {
                            name: 'x_hlps_access_sync_run'
                            element: 'outcome'
                            value: 'failed'
                            language: 'en'
                            dependent_value: 'NULL'
                        }
                    },
                    {
                        table: 'sys_hub_action_input'
                        id: 'b8b90cb63d1d4940be11f22e35001b79'
                        key: {
                            model: 'e9bcbd29c7f94d2a87565b2828d618bd'
                            element: 'note'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: 'b8ed6f20ee42414aa4dc765315b35145'
                        key: {
                            name: 'x_hlps_access_call'
                            element: 'remote_state'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_hub_flow_stage'
                        id: 'b941cc43f7fa4964bc42a9c48d64a6d2'
                        key: {
                            flow: '8668aed61c3a4a199337eb9dde9f4fe3'
                            value: 'group'
                        }
                    },
                    {
                        table: 'sys_choice'
                        id: 'b9ffdac8c6b14f8b83ba25ae9748ad72'
                        key: {
                            name: 'x_hlps_access_call'
                            element: 'state'
                            value: 'refused'
                            language: 'en'
                            dependent_value: 'NULL'
                        }
                    },
                    {
                        table: 'sys_hub_step_ext_input'
                        id: 'ba9763f8edf1473586c9f2c1f6c70025'
                        key: {
                            model: 'a10e5bd1aad44737a1f107c4337c2992'
                            element: 'password'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: 'bae47ceb71d34a7c9ea249881efe66b8'
                        key: {
                            name: 'x_hlps_access_grant'
                            element: 'version'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: 'bb153d9a772041b3be3749d24371bffa'
                        key: {
                            name: 'var__m_sys_hub_action_input_d9240bff8bb043c9b3525194bcaec010'
                            element: 'request'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_hub_action_output'
                        id: 'bb4a9a7afdaa40e18d567ec665fd4327'
                        key: {
                            model: '283505fdc9bd4fc789394a3062bb66fc'
                            element: '__action_status__'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: 'bb7357a08cb44162a44d11078df1eb1c'
                        key: {
                            name: 'x_hlps_access_grant'
                            element: 'person'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: 'bba367228da745dabca0c487c47b0b43'
                        key: {
                            name: 'var__m_sys_hub_flow_output_34dce0b4fdba4d7aabd045de6ae4a0fa'
                            element: 'error_message'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_choice'
                        id: 'bbf4af6f54564e69aff59112e14294b6'
                        key: {
                            name: 'var__m_sys_hub_flow_output_abab25a6713a4af6ad874af3549500b7'
                            element: 'status'
                            value: 'success'
                            language: 'en'
                            dependent_value: 'NULL'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: 'bcc763358b964437807e008400fe9991'
                        key: {
                            name: 'var__m_sys_hub_flow_input_b72ec13fe74045aea9a1a41bb4f58d73'
                            element: 'new_password'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: 'bcd57e44bebf4dd1b0655d86f093827a'
                        key: {
                            name: 'x_hlps_access_call'
                            element: 'kind'
                        }
                    },
                    {
                        table: 'sys_choice'
                        id: 'bd59dd19bbce4491a444914677151139'
                        key: {
                            name: 'x_hlps_access_call'
                            element: 'state'
                            value: 'answered'
                            language: 'en'
                            dependent_value: 'NULL'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: 'bd72ed1b1cdd4045879859e6b9fe98f3'
                        key: {
                            name: 'x_hlps_access_key'
                            element: 'key_id'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_variable_value'
                        id: 'bdb9ea596683498888d55804bf81317d'
                        key: {
                            document_key: '9f6addbec40541a898195dd2c97860f5'
                            variable: '74315b04b3201300176b051a16a8dc2b'
                        }
                    },
                    {
                        table: 'sys_choice'
                        id: 'be3c6bd8e79049b18ef518d7e6ae8100'
                        key: {
                            name: 'x_hlps_access_sync_run'
                            element: 'outcome'
                            value: 'stale'
                            language: 'en'
                            dependent_value: 'NULL'
                        }
                    },
                    {
                        table: 'sys_hub_step_ext_output'
                        id: 'be509ab616bb4e31835a5cb8e6eddf90'
                        key: {
                            model: '10c7751942054511a3f3ab69da2f8331'
                            element: 'approved'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: 'bf2274164b494ce58cd8c6299e043617'
                        key: {
                            name: 'var__m_sys_hub_action_output_e044088e01954006b15bb6ae1dec5f01'
                            element: 'message'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: 'bf6aef2427c6407eb6bc98ed45fa7b93'
                        key: {
                            name: 'x_hlps_access_app'
                            element: 'requestable'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: 'bf816454d2b9405f8183e4bbdc8196e6'
                        key: {
                            name: 'x_hlps_access_grant'
                            element: 'state'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_element_mapping'
                        id: 'bf8ffd524c0343a8a180cb26994bc2e8'
                        key: {
                            field: 'status'
                            table: 'var__m_sys_hub_action_output_558c564f47f142d790f800c40951ae85'
                            id: '558c564f47f142d790f800c40951ae85'
                        }
                    },
                    {
                        table: 'sys_hub_action_output'
                        id: 'bf93b4b0a2ee4ae1b710ef0ccfd0c624'
                        key: {
                            model: '35df6eccfd3c4e1aab3c39625a742a4c'
                            element: 'call'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: 'bface93f6ddd4870aaaa8e007f75b21e'
                        key: {
                            name: 'var__m_sys_hub_action_output_626b92f8739445e3aebf743df17f806d'
                            element: '__action_status__'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: 'c0d6d9b117bd4666ba5521bacc8fa0f2'
                        key: {
                            name: 'x_hlps_access_call'
                            element: 'attempts'
                        }
                    },
                    {
                        table: 'sys_security_acl_role'
                        id: 'c0dcebd1a3c24f04a386c318937f91dd'
                        key: {
                            sys_security_acl: '4b8f1967e77a481f9bc5e01015d9fddd'
                            sys_user_role: {
                                id: '3470a851d3494ded80e65e99a7509a15'
                                key: {
                                    name: 'x_hlps_access.admin'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: 'c103f5a5a9114bb1bebbc042cbd03db5'
                        key: {
                            name: 'x_hlps_access_grant'
                            element: 'role_id'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: 'c1121a84d7034457aecf470309ec480f'
                        key: {
                            name: 'x_hlps_access_call'
                            element: 'state'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: 'c179a2f8d334436fbe998095f3d56c20'
                        key: {
                            name: 'var__m_sys_hub_action_input_4b4809eaf20b4533862b66cf4a3e860d'
                            element: 'item'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: 'c17ab08204b34798b1afa8ee7a609c27'
                        key: {
                            name: 'x_hlps_access_call'
                            element: 'request_item'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: 'c21b4ce5bded4f27aa03e019ffba43fe'
                        key: {
                            name: 'x_hlps_access_grant'
                            element: 'role_id'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: 'c277587206484b8596594c83fb0f7749'
                        key: {
                            name: 'var__m_sys_hub_action_output_d9240bff8bb043c9b3525194bcaec010'
                            element: 'message'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_security_acl_role'
                        id: 'c293cfd10c0c42efb65942fe37ba76a8'
                        key: {
                            sys_security_acl: 'e92148e68c15456c852ff79f8c34ca94'
                            sys_user_role: {
                                id: '3470a851d3494ded80e65e99a7509a15'
                                key: {
                                    name: 'x_hlps_access.admin'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_choice_set'
                        id: 'c42f09fe845a42a1869aed7ad2930be8'
                        key: {
                            name: 'x_hlps_access_key'
                            element: 'state'
                        }
                    },
                    {
                        table: 'sys_choice'
                        id: 'c5f5a9eee113474bac28e103448e4ffa'
                        key: {
                            name: 'x_hlps_access_key'
                            element: 'state'
                            value: 'live'
                            language: 'en'
                            dependent_value: 'NULL'
                        }
                    },
                    {
                        table: 'sys_hub_action_input'
                        id: 'c6077ffb22c046d792a75e926cf4aee8'
                        key: {
                            model: '35df6eccfd3c4e1aab3c39625a742a4c'
                            element: 'item'
                        }
                    },
                    {
                        table: 'sys_hub_action_input'
                        id: 'c63619f59d494ba6a6531a74e07d395d'
                        key: {
                            model: '626b92f8739445e3aebf743df17f806d'
                            element: 'item'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: 'c68a23fcff624dfe9694689a63a340db'
                        key: {
                            name: 'x_hlps_access_call'
                            element: 'number'
                        }
                    },
                    {
                        table: 'sys_hub_action_input'
                        id: 'c6bcb97574a34ff097e699607e1c3dac'
                        key: {
                            model: '318662102bf34cc3be660cda27069c95'
                            element: 'item'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: 'c6c6a5a98b3140979b40107cdfadc653'
                        key: {
                            name: 'var__m_sys_hub_action_input_d9240bff8bb043c9b3525194bcaec010'
                            element: 'old_password'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: 'c855736e7d0b4f989bcf9690cabef4f4'
                        key: {
                            name: 'x_hlps_access_app'
                            element: 'policy_version'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: 'c86afceb52c24a728b256818582aac33'
                        key: {
                            name: 'x_hlps_access_call'
                            element: 'taken'
                        }
                    },
                    {
                        table: 'sys_hub_step_ext_input'
                        id: 'c8921a7a91b34b0c94f3bce9ac87dfb1'
                        key: {
                            model: '10c7751942054511a3f3ab69da2f8331'
                            element: 'approval_state'
                        }
                    },
                    {
                        table: 'sys_element_mapping'
                        id: 'c89fc730a9df40909e52209ff83f00a7'
                        key: {
                            field: 'message'
                            table: 'var__m_sys_hub_action_output_558c564f47f142d790f800c40951ae85'
                            id: '558c564f47f142d790f800c40951ae85'
                        }
                    },
                    {
                        table: 'sys_security_acl_role'
                        id: 'c943b1faa9d14a4eab8afe65c0469669'
                        key: {
                            sys_security_acl: 'f4409dbbac3a4232a429bc328bec9dc2'
                            sys_user_role: {
                                id: 'da454291a4c14aba863b7c5bbc8dc432'
                                key: {
                                    name: 'x_hlps_access.integration'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_hub_action_output'
                        id: 'c965c835d8ea409f8b820df24dd97cbe'
                        key: {
                            model: 'e9bcbd29c7f94d2a87565b2828d618bd'
                            element: '__dont_treat_as_error__'
                        }
                    },
                    {
                        table: 'sys_rest_message_fn'
                        id: 'c9d018502224403c89e538e7137691ab'
                        key: {
                            rest_message: '3e9416b4f2d64510b2ea6e34b9d89772'
                            function_name: 'post'
                        }
                    },
                    {
                        table: 'sys_security_acl_role'
                        id: 'c9f330de59e6403d843bfbf0079472b3'
                        key: {
                            sys_security_acl: '287ff92191e74f39a24909cfa32b008e'
                            sys_user_role: {
                                id: '3470a851d3494ded80e65e99a7509a15'
                                key: {
                                    name: 'x_hlps_access.admin'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_element_mapping'
                        id: 'ca4a02474522487db36d64e3a4044c94'
                        key: {
                            field: 'call'
                            table: 'var__m_sys_hub_action_output_35df6eccfd3c4e1aab3c39625a742a4c'
                            id: '35df6eccfd3c4e1aab3c39625a742a4c'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: 'ca5102f037e34c919b624f281a6778a4'
                        key: {
                            name: 'var__m_sys_hub_flow_output_1061f8cd02ed4268a19d9f0f77cd8167'
                            element: 'error_message'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_hub_flow_output'
                        id: 'cae0e55c0aa24cdb901be6fa93839752'
                        key: {
                            model: '906c83970d1f4e3cab0d0f8a51d56edd'
                            element: 'error_message'
                        }
                    },
                    {
                        table: 'sys_choice'
                        id: 'cc0b35b68bb54f53b2b0ac9d19af905a'
                        key: {
                            name: 'x_hlps_access_stage'
                            element: 'state'
                            value: 'impossible'
                            language: 'en'
                            dependent_value: 'NULL'
                        }
                    },
                    {
                        table: 'sys_element_mapping'
                        id: 'cc64a77367dd4bc7a7654479f80fe019'
                        key: {
                            field: 'status'
                            table: 'var__m_sys_hub_action_output_d9240bff8bb043c9b3525194bcaec010'
                            id: 'd9240bff8bb043c9b3525194bcaec010'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: 'cca1396ee76a4c5fbd3d3f8e452832a2'
                        key: {
                            name: 'var__m_sys_hub_action_output_d665b38426ae42b2a47059194897c7a0'
                            element: 'state'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: 'ccc43e18abcb40f4ae74fe7057c74df2'
                        key: {
                            name: 'x_hlps_access_challenge'
                            element: 'NULL'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: 'cce81e18775645f9bf599d5eb950e559'
                        key: {
                            name: 'var__m_sys_hub_action_output_2a898bb5f21e4147938b7fb3d526ed89'
                            element: '__dont_treat_as_error__'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: 'cd14f911951b4cab9681ae15173622e3'
                        key: {
                            name: 'x_hlps_access_call'
                            element: 'path'
                        }
                    },
                    {
                        table: 'sys_choice'
                        id: 'ce26ca49d19644e2b06992a2e04bb5f9'
                        key: {
                            name: 'x_hlps_access_key'
                            element: 'direction'
                            value: 'inbound'
                            language: 'en'
                            dependent_value: 'NULL'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: 'ce3f61d52ad34cd388edb92b5e2fe4f5'
                        key: {
                            name: 'x_hlps_access_nonce'
                            element: 'expires_at'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_hub_action_input'
                        id: 'ce86a043cf8040c9ac1716a3eab65970'
                        key: {
                            model: 'd665b38426ae42b2a47059194897c7a0'
                            element: 'message'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: 'cf035afaef1f440a9a4f899449c53289'
                        key: {
                            name: 'x_hlps_access_call'
                            element: 'remote_version'
                        }
                    },
                    {
                        table: 'sys_index'
                        id: 'cf32a7fbf6dd4caea4c0ff316b47cb54'
                        key: {
                            logical_table_name: 'x_hlps_access_nonce'
                            col_name_string: 'expires_at'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: 'cfa92295fa1349238059163f1014c966'
                        key: {
                            name: 'x_hlps_access_stage'
                            element: 'again'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: 'cfda0b7faf8949b886d522c42fd17bfd'
                        key: {
                            name: 'x_hlps_access_grant'
                            element: 'app'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: 'cfe7c4419a2b4453a1ae38a83c5fa387'
                        key: {
                            name: 'var__m_sys_hub_action_input_d665b38426ae42b2a47059194897c7a0'
                            element: 'item'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_index'
                        id: 'd009314d0c7e42a2baf79b0db7604f81'
                        key: {
                            logical_table_name: 'x_hlps_access_nonce'
                            col_name_string: 'nonce'
                        }
                    },
                    {
                        table: 'sys_element_mapping'
                        id: 'd035fd8850bb47499a252c01ff71c4cf'
                        key: {
                            field: 'status'
                            table: 'var__m_sys_hub_action_output_f771277e907541999f5fcb5cf1f2b2f0'
                            id: 'f771277e907541999f5fcb5cf1f2b2f0'
                        }
                    },
                    {
                        table: 'sys_variable_value'
                        id: 'd058a09823284808a595fc725511d4c4'
                        key: {
                            document_key: '09a1c7c3aa0344988aa4ad59a031e7c5'
                            variable: '020a6af09fd32200ef4afa7dc67fcfec'
                        }
                    },
                    {
                        table: 'sys_variable_value'
                        id: 'd076e575bbf74bde9d3b04c6104a46b8'
                        key: {
                            document_key: '756387d4fa3f486f9a21e149b433eaac'
                            variable: '42f2564b73031300440211d8faf6a777'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: 'd0fd46cb4a834faf89bfa4b341b92fb7'
                        key: {
                            name: 'var__m_sys_hub_action_input_2e884965242449149bc836279c62a3b3'
                            element: 'approval_state'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_hub_step_ext_output'
                        id: 'd29ccfdaf8664300bde4184f869c78e1'
                        key: {
                            model: 'c8513597a06141b8a281f498bc68d3ca'
                            element: 'message'
                        }
                    },
                    {
                        table: 'sys_hub_step_ext_output'
                        id: 'd2bccb18e4ee4fd8a0906d83aee59dfe'
                        key: {
                            model: 'a30a11ee3e8344cc982818ace21a224b'
                            element: 'state'
                        }
                    },
                    {
                        table: 'sys_hub_flow_input'
                        id: 'd2e06782c5464c429e33d944480dc820'
                        key: {
                            model: '906c83970d1f4e3cab0d0f8a51d56edd'
                            element: 'password_reset_request'
                        }
                    },
                    {
                        table: 'sys_hub_action_output'
                        id: 'd48d2b633f554e4197e11a52a723980b'
                        key: {
                            model: 'e9bcbd29c7f94d2a87565b2828d618bd'
                            element: 'task'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: 'd49239c238094381b29af4a0967bcbed'
                        key: {
                            name: 'var__m_sys_hub_flow_output_627d0828d2864de0a0129f0d5e56537e'
                            element: 'approved'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_choice_set'
                        id: 'd4931ade97e34606a6629e17b7befebf'
                        key: {
                            name: 'x_hlps_access_sync_run'
                            element: 'outcome'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: 'd49747ca65064d3fbc871cc86786bd37'
                        key: {
                            name: 'x_hlps_access_call'
                            element: 'status_code'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_choice'
                        id: 'd4a05081fc7b4ba7a675f5da93c27d46'
                        key: {
                            name: 'x_hlps_access_stage'
                            element: 'state'
                            value: 'rejected'
                            language: 'en'
                            dependent_value: 'NULL'
                        }
                    },
                    {
                        table: 'sys_choice'
                        id: 'd4ec0f771e624a568402f4505dbc6d13'
                        key: {
                            name: 'x_hlps_access_stage'
                            element: 'kind'
                            value: 'manager'
                            language: 'en'
                            dependent_value: 'NULL'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: 'd536cb407b794e5c9eeee66abf1ffc59'
                        key: {
                            name: 'var__m_sys_hub_action_output_d665b38426ae42b2a47059194897c7a0'
                            element: 'outcome'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: 'd5e5d4ae4b664358bc8abaa0f0e02d67'
                        key: {
                            name: 'x_hlps_access_call'
                            element: 'sent_at'
                        }
                    },
                    {
                        table: 'sys_hub_flow_output'
                        id: 'd5e66843828142ffb3499302649b9739'
                        key: {
                            model: '34dce0b4fdba4d7aabd045de6ae4a0fa'
                            element: 'status'
                        }
                    },
                    {
                        table: 'sys_hub_step_ext_output'
                        id: 'd6450b3629ff4ffaa6d759b4e963a0c1'
                        key: {
                            model: 'a30a11ee3e8344cc982818ace21a224b'
                            element: 'note'
                        }
                    },
                    {
                        table: 'sys_hub_action_output'
                        id: 'd66daf5fec6743219b947defacf77028'
                        key: {
                            model: '4b4809eaf20b4533862b66cf4a3e860d'
                            element: 'go'
                        }
                    },
                    {
                        table: 'sys_security_acl_role'
                        id: 'd74764d522384dcb942f6980e75512de'
                        key: {
                            sys_security_acl: 'c4e88daccab8497d810ec673aa86d464'
                            sys_user_role: {
                                id: '5251bf0974a24ffc835a8812d69ea5ab'
                                key: {
                                    name: 'snc_internal'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_db_object'
                        id: 'd7facf9ccddb4dd7bd47b7be57554bf5'
                        key: {
                            name: 'x_hlps_access_call'
                        }
                    },
                    {
                        table: 'sys_variable_value'
                        id: 'd81afc71f54d4ba2aa0396797cffea84'
                        key: {
                            document_key: '09a1c7c3aa0344988aa4ad59a031e7c5'
                            variable: 'cec002650b3222000b7da95e93673aae'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: 'd843c7b4d1e24fd484a4a5106ea322f7'
                        key: {
                            name: 'x_hlps_access_challenge'
                            element: 'kind'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: 'd8c4019dc9e94e25be878fa054072882'
                        key: {
                            name: 'x_hlps_access_grant'
                            element: 'state'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: 'd917ba0df4044687891b8f6ff5e23c20'
                        key: {
                            name: 'x_hlps_access_stage'
                            element: 'again'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: 'd91c2e1c3fd649a1b1a8ef2127e6999a'
                        key: {
                            name: 'x_hlps_access_call'
                            element: 'next_try_at'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: 'd963dbd2f6c14444880986a99bf05109'
                        key: {
                            name: 'x_hlps_access_call'
                            element: 'subject'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_element_mapping'
                        id: 'd9cb61324ab84927b52675c2b12f0f10'
                        key: {
                            field: 'outcome'
                            table: 'var__m_sys_hub_action_output_d665b38426ae42b2a47059194897c7a0'
                            id: 'd665b38426ae42b2a47059194897c7a0'
                        }
                    },
                    {
                        table: 'sys_user_role'
                        id: 'da454291a4c14aba863b7c5bbc8dc432'
                        key: {
                            name: 'x_hlps_access.integration'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: 'da7a41a285474ac29fe3f0577ac189c5'
                        key: {
                            name: 'x_hlps_access_app'
                            element: 'NULL'
                        }
                    },
                    {
                        table: 'sp_page'
                        id: 'db93963ba9704031a38d25907912fe21'
                        key: {
                            id: 'hallpass_password'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: 'db9e6239a12e4615ae3904b4729f43cc'
                        key: {
                            name: 'x_hlps_access_app'
                            element: 'days_default'
                        }
                    },
                    {
                        table: 'sys_hub_action_output'
                        id: 'dbb8ecaa5d5145569e4505e95241ce8a'
                        key: {
                            model: '4b4809eaf20b4533862b66cf4a3e860d'
                            element: 'stage'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: 'dbc279d08f0d4652ad6f8f239e352101'
                        key: {
                            name: 'x_hlps_access_key'
                            element: 'key_id'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: 'dbc46a49a21248778d47ed0519abe954'
                        key: {
                            name: 'var__m_sys_hub_action_output_d665b38426ae42b2a47059194897c7a0'
                            element: 'group'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: 'dd053a29fc964fa4947b2840cf735e2d'
                        key: {
                            name: 'var__m_sys_hub_action_output_558c564f47f142d790f800c40951ae85'
                            element: '__dont_treat_as_error__'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: 'dd4db19b7b40422388158c05a25ce488'
                        key: {
                            name: 'x_hlps_access_grant'
                            element: 'app'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_hub_step_ext_output'
                        id: 'ddb1b42d7c7440ffa6a17b21bd5f8397'
                        key: {
                            model: 'a30a11ee3e8344cc982818ace21a224b'
                            element: 'message'
                        }
                    },
                    {
                        table: 'sys_element_mapping'
                        id: 'deb7239e831c454e956526de3827b11c'
                        key: {
                            field: 'message'
                            table: 'var__m_sys_hub_action_output_d9240bff8bb043c9b3525194bcaec010'
                            id: 'd9240bff8bb043c9b3525194bcaec010'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: 'def427de258b4898a36cb3471370e1ba'
                        key: {
                            name: 'x_hlps_access_app'
                            element: 'description'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: 'dfc22d4e82314d2f8312f2f561f53c36'
                        key: {
                            name: 'x_hlps_access_call'
                            element: 'subject'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: 'dfe23222e7fa4cb7b7c9b9b014e26551'
                        key: {
                            name: 'x_hlps_access_stage'
                            element: 'NULL'
                        }
                    },
                    {
                        table: 'sys_hub_step_ext_input'
                        id: 'dfed06d634754944af35fedac5048411'
                        key: {
                            model: '77411e34c6bd4815ae39ebc3d8198015'
                            element: 'item'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: 'e0b1d8ac677f4b5689b9d705f0e977b3'
                        key: {
                            name: 'var__m_sys_hub_flow_input_906c83970d1f4e3cab0d0f8a51d56edd'
                            element: 'password_reset_request'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_hub_action_output'
                        id: 'e1225939c8d94e7dac07dc626d1df647'
                        key: {
                            model: 'd665b38426ae42b2a47059194897c7a0'
                            element: 'state'
                        }
                    },
                    {
                        table: 'sys_choice'
                        id: 'e155eeafab40407a97aae437ae84d978'
                        key: {
                            name: 'x_hlps_access_stage'
                            element: 'state'
                            value: 'waiting'
                            language: 'en'
                            dependent_value: 'NULL'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: 'e1b2e058555649ec84da5a7aa8fe1692'
                        key: {
                            name: 'x_hlps_access_challenge'
                            element: 'request_id'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_hub_step_ext_output'
                        id: 'e1cc199894294aa39c2a69cab26a81a7'
                        key: {
                            model: 'a30a11ee3e8344cc982818ace21a224b'
                            element: 'group'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: 'e243e572b2794d9b8cb003392056348d'
                        key: {
                            name: 'var__m_sys_hub_action_output_558c564f47f142d790f800c40951ae85'
                            element: 'status'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_rest_message_fn'
                        id: 'e2676972f20949af83bde0b64f36843a'
                        key: {
                            rest_message: '50d36b7287a0432da8d2302e61ffedd4'
                            function_name: 'get'
                        }
                    },
                    {
                        table: 'sys_index'
                        id: 'e2b90fb8ba5943e7bdf6f8831d6dc6ea'
                        key: {
                            logical_table_name: 'x_hlps_access_app'
                            col_name_string: 'role_id'
                        }
                    },
                    {
                        table: 'sys_choice_set'
                        id: 'e2bac14b0f0247aeb8678cfad67f8bf4'
                        key: {
                            name: 'x_hlps_access_call'
                            element: 'state'
                        }
                    },
                    {
                        table: 'sys_element_mapping'
                        id: 'e2d7643b1d524d98b638bfd6494fe11f'
                        key: {
                            field: 'opened'
                            table: 'var__m_sys_hub_step_ext_input_1f152e0efc5d4982bcedaa2954f4aae6'
                            id: '1f152e0efc5d4982bcedaa2954f4aae6'
                        }
                    },
                    {
                        table: 'sys_hub_step_ext_output'
                        id: 'e2db8665fe0541268f3771a6c867c153'
                        key: {
                            model: 'a10e5bd1aad44737a1f107c4337c2992'
                            element: 'status'
                        }
                    },
                    {
                        table: 'sys_hub_step_ext_output'
                        id: 'e2ed2033a9d9447eaa8fc907d96f7489'
                        key: {
                            model: 'a30a11ee3e8344cc982818ace21a224b'
                            element: 'outcome'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: 'e306c136a7d045a5989add5bf2c815a5'
                        key: {
                            name: 'x_hlps_access_app'
                            element: 'app_name'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_element_mapping'
                        id: 'e315494004b346dfb22b3e8899b1dee8'
                        key: {
                            field: 'approved'
                            table: 'var__m_sys_hub_action_output_2e884965242449149bc836279c62a3b3'
                            id: '2e884965242449149bc836279c62a3b3'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: 'e32953d9efa44accaf9668c3d7af528a'
                        key: {
                            name: 'var__m_sys_hub_flow_input_34dce0b4fdba4d7aabd045de6ae4a0fa'
                            element: 'password_reset_request'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_security_acl_role'
                        id: 'e350ae9d7860491490aafb0058418660'
                        key: {
                            sys_security_acl: 'de5311e254224792bb41591548ad7ddd'
                            sys_user_role: {
                                id: 'fd7d342019344b99942635c52c726408'
                                key: {
                                    name: 'x_hlps_access.agent'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: 'e353b5f85853428f9b2d7cb24019a049'
                        key: {
                            name: 'var__m_sys_hub_action_input_e9bcbd29c7f94d2a87565b2828d618bd'
                            element: 'message'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: 'e386307d11f54c6498f088cf49cfe772'
                        key: {
                            name: 'var__m_sys_hub_action_output_4b4809eaf20b4533862b66cf4a3e860d'
                            element: 'go'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_hub_action_output'
                        id: 'e4bc40ef1a1e4d0186a2a8ed33237398'
                        key: {
                            model: '318662102bf34cc3be660cda27069c95'
                            element: '__dont_treat_as_error__'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: 'e50e2d8e57c0492e8692b06a023b121d'
                        key: {
                            name: 'var__m_sys_hub_action_output_e9bcbd29c7f94d2a87565b2828d618bd'
                            element: '__dont_treat_as_error__'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_hub_step_ext_input'
                        id: 'e517c1e110a848b08e458f3a5e18726d'
                        key: {
                            model: 'a30a11ee3e8344cc982818ace21a224b'
                            element: 'opened'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: 'e5ae851d51e143bd877ecdb0671de165'
                        key: {
                            name: 'x_hlps_access_stage'
                            element: 'approvers'
                        }
                    },
                    {
                        table: 'sys_hub_action_input'
                        id: 'e630d51619684a02abb945c437562b52'
                        key: {
                            model: 'd665b38426ae42b2a47059194897c7a0'
                            element: 'opened'
                        }
                    },
                    {
                        table: 'question_choice'
                        id: 'e85fe3b1367c4758a158ed3c45bc18e5'
                        key: {
                            question: {
                                id: '970cd28c4c814fb6b45e4a6d356ae12b'
                                key: {
                                    cat_item: 'f341975e869a4ea6b6fb88510e845e18'
                                    variable_set: 'NULL'
                                    name: 'duration_days'
                                }
                            }
                            value: '90'
                        }
                    },
                    {
                        table: 'sys_hub_action_output'
                        id: 'e88c957e4489448cb0288ed4d108f148'
                        key: {
                            model: 'e044088e01954006b15bb6ae1dec5f01'
                            element: 'message'
                        }
                    },
                    {
                        table: 'sys_variable_value'
                        id: 'e89b837ba13a42fdb5ef8ba743094eb0'
                        key: {
                            document_key: 'c8513597a06141b8a281f498bc68d3ca'
                            variable: '71aa7f6647032200b4fad7527c9a719b'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: 'e9331f457b604c0d888bcc0a248cc6fc'
                        key: {
                            name: 'x_hlps_access_stage'
                            element: 'state'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_variable_value'
                        id: 'e933a475a6694a50be27093fadc9e225'
                        key: {
                            document_key: '10c7751942054511a3f3ab69da2f8331'
                            variable: '74315b04b3201300176b051a16a8dc2b'
                        }
                    },
                    {
                        table: 'sys_variable_value'
                        id: 'e93a78111bc046d289c9ff4e9c279437'
                        key: {
                            document_key: 'a10e5bd1aad44737a1f107c4337c2992'
                            variable: '74315b04b3201300176b051a16a8dc2b'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: 'e98276a3da444ae4a2efbfe15f18e1ce'
                        key: {
                            name: 'x_hlps_access_sync_run'
                            element: 'finished_at'
                        }
                    },
                    {
                        table: 'sys_variable_value'
                        id: 'e99f11790b9048ee99f3801e2dce8d42'
                        key: {
                            document_key: '9f6addbec40541a898195dd2c97860f5'
                            variable: '71aa7f6647032200b4fad7527c9a719b'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: 'ea3a87b556134e4c9693be35f34d040b'
                        key: {
                            name: 'x_hlps_access_call'
                            element: 'attempts'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_element_mapping'
                        id: 'ea9ed24526a1482787e97d17f5eecc91'
                        key: {
                            field: 'message'
                            table: 'var__m_sys_hub_action_output_d665b38426ae42b2a47059194897c7a0'
                            id: 'd665b38426ae42b2a47059194897c7a0'
                        }
                    },
                    {
                        table: 'sys_element_mapping'
                        id: 'eab8974e9a074379892cd4aba96d2173'
                        key: {
                            field: 'locked'
                            table: 'var__m_sys_hub_action_output_e044088e01954006b15bb6ae1dec5f01'
                            id: 'e044088e01954006b15bb6ae1dec5f01'
                        }
                    },
                    {
                        table: 'sys_hub_flow_output'
                        id: 'eaf2a364151843a39cec23855f09b295'
                        key: {
                            model: 'b72ec13fe74045aea9a1a41bb4f58d73'
                            element: 'error_message'
                        }
                    },
                    {
                        table: 'ua_table_licensing_config'
                        id: 'eb49a977420a46cbb0378584db37087b'
                        key: {
                            name: 'x_hlps_access_key'
                        }
                    },
                    {
                        table: 'sys_hub_action_output'
                        id: 'ec04c58bc45947a5be8189020c3cdc3b'
                        key: {
                            model: 'e044088e01954006b15bb6ae1dec5f01'
                            element: '__dont_treat_as_error__'
                        }
                    },
                    {
                        table: 'par_dashboard_visibility'
                        id: 'ec05f8a7e111463a95fe785101c50fa8'
                        deleted: true
                        key: {
                            dashboard: '322b5dbf34504a7f8d078911ac2f62c4'
                            experience: '08c73d60537101100834ddeeff7b1287'
                        }
                    },
                    {
                        table: 'sys_variable_value'
                        id: 'ec6b7f82d8fe48eb8a1f310ace95e0b7'
                        key: {
                            document_key: '09a1c7c3aa0344988aa4ad59a031e7c5'
                            variable: '50bff9250b3222000b7da95e93673a9b'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: 'ecba164a64834426a96b6b9883aa05d0'
                        key: {
                            name: 'var__m_sys_hub_action_output_4b4809eaf20b4533862b66cf4a3e860d'
                            element: 'stage'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_hub_flow_stage'
                        id: 'ecc2fe70141d46aeaa4e7fd2daad8f5f'
                        deleted: true
                        key: {
                            flow: '8668aed61c3a4a199337eb9dde9f4fe3'
                            value: 'approval'
                        }
                    },
                    {
                        table: 'sys_hub_step_ext_input'
                        id: 'ed4ccd5817dc4e68b8932873434f4b23'
                        key: {
                            model: '1f152e0efc5d4982bcedaa2954f4aae6'
                            element: 'opened'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: 'ed7922c15aa440dd889ad9a44f73688d'
                        key: {
                            name: 'x_hlps_access_challenge'
                            element: 'person'
                        }
                    },
                    {
                        table: 'sys_hub_action_output'
                        id: 'edac15bfdf29427087ec6b3a1aa6b50e'
                        key: {
                            model: 'd665b38426ae42b2a47059194897c7a0'
                            element: 'outcome'
                        }
                    },
                    {
                        table: 'question_choice'
                        id: 'ee1fcd6f920f47aea41a73206b1d659a'
                        key: {
                            question: {
                                id: '970cd28c4c814fb6b45e4a6d356ae12b'
                                key: {
                                    cat_item: 'f341975e869a4ea6b6fb88510e845e18'
                                    variable_set: 'NULL'
                                    name: 'duration_days'
                                }
                            }
                            value: '365'
                        }
                    },
                    {
                        table: 'sys_element_mapping'
                        id: 'ee337b66feea4aa9a2b72afb0df71ae3'
                        key: {
                            field: 'message'
                            table: 'var__m_sys_hub_action_output_f771277e907541999f5fcb5cf1f2b2f0'
                            id: 'f771277e907541999f5fcb5cf1f2b2f0'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: 'ee5782725aff49a49a2c4559b2465916'
                        key: {
                            name: 'var__m_sys_hub_action_output_d665b38426ae42b2a47059194897c7a0'
                            element: 'message'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: 'ee94dcebf9f9418d9cc1e91123150e09'
                        key: {
                            name: 'var__m_sys_hub_action_output_2a898bb5f21e4147938b7fb3d526ed89'
                            element: 'message'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_hub_action_output'
                        id: 'efd7d137fb334ac5874314fe9127d8df'
                        key: {
                            model: 'f771277e907541999f5fcb5cf1f2b2f0'
                            element: '__action_status__'
                        }
                    },
                    {
                        table: 'sys_element_mapping'
                        id: 'f054a0ab77bc44b5b6068cc6e8fdcd81'
                        key: {
                            field: 'item'
                            table: 'var__m_sys_hub_step_ext_input_ae241e17ff7b41be9d676229a30018d1'
                            id: 'ae241e17ff7b41be9d676229a30018d1'
                        }
                    },
                    {
                        table: 'sys_security_acl_role'
                        id: 'f0616a4ad9bf47ca89c3cba6109acaa6'
                        key: {
                            sys_security_acl: 'dd8ea510ec0648d9b253f764a6471cd9'
                            sys_user_role: {
                                id: '279158c4084048d7a5462a0716f2bb1d'
                                key: {
                                    name: 'nobody'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: 'f2176a75094e4a5082593d31c3a795eb'
                        key: {
                            name: 'x_hlps_access_call'
                            element: 'message'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: 'f21f46191a204047ac43a3aeff34127e'
                        key: {
                            name: 'var__m_sys_hub_action_input_283505fdc9bd4fc789394a3062bb66fc'
                            element: 'item'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: 'f2825668bee4492e8b7a6085263247a4'
                        key: {
                            name: 'x_hlps_access_app'
                            element: 'role_id'
                            language: 'en'
                        }
                    },
                    {
                        table: 'item_option_new'
                        id: 'f3dc9d45c3674934a18280fc8f4a717f'
                        key: {
                            cat_item: 'f341975e869a4ea6b6fb88510e845e18'
                            variable_set: 'NULL'
                            name: 'reason'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: 'f43fc443611c44dfbe819379e8cd8193'
                        key: {
                            name: 'x_hlps_access_grant'
                            element: 'ends_at'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_hub_action_output'
                        id: 'f4a7ef908a934eedaa50e4d9c70fb881'
                        key: {
                            model: 'd9240bff8bb043c9b3525194bcaec010'
                            element: 'message'
                        }
                    },
                    {
                        table: 'sys_ui_action_role'
                        id: 'f4a9f506300e4bb8aab10767bf15019b'
                        key: {
                            sys_ui_action: 'eb59b3430d0a4836bc901040cbd98d6f'
                            sys_user_role: {
                                id: 'fd7d342019344b99942635c52c726408'
                                key: {
                                    name: 'x_hlps_access.agent'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_security_acl_role'
                        id: 'f4b8d8c7b4254d85848aa6afed1fc6b8'
                        key: {
                            sys_security_acl: '75e97156e95443c99b8c170211ef4747'
                            sys_user_role: {
                                id: 'fd7d342019344b99942635c52c726408'
                                key: {
                                    name: 'x_hlps_access.agent'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_element_mapping'
                        id: 'f549076bed17423baf87b01b559059e8'
                        key: {
                            field: 'next'
                            table: 'var__m_sys_hub_action_output_7ee4650a86ae4acbad6d6ad2cb72b8a6'
                            id: '7ee4650a86ae4acbad6d6ad2cb72b8a6'
                        }
                    },
                    {
                        table: 'sys_choice'
                        id: 'f6174439556c473284567b61fbda3216'
                        key: {
                            name: 'x_hlps_access_call'
                            element: 'kind'
                            value: 'catalog'
                            language: 'en'
                            dependent_value: 'NULL'
                        }
                    },
                    {
                        table: 'sys_security_acl_role'
                        id: 'f63fff2bd69c410a83dee6cc6ced3570'
                        key: {
                            sys_security_acl: 'f4dd0539385f4d8dae83f7e87dbe29f5'
                            sys_user_role: {
                                id: 'da454291a4c14aba863b7c5bbc8dc432'
                                key: {
                                    name: 'x_hlps_access.integration'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: 'f6dedc616ca74fdba7b6b79f50408032'
                        key: {
                            name: 'x_hlps_access_call'
                            element: 'method'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: 'f6f65e9df369485f920682173c52d023'
                        key: {
                            name: 'x_hlps_access_app'
                            element: 'role_id'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: 'f7aec2c6a9134850b4fe2d3a92c4a267'
                        key: {
                            name: 'x_hlps_access_challenge'
                            element: 'person'
                            language: 'en'
                        }
                    },
                    {
                        table: 'question_choice'
                        id: 'f7bccbbc947e4135a3f99fb50c32422a'
                        key: {
                            question: {
                                id: '970cd28c4c814fb6b45e4a6d356ae12b'
                                key: {
                                    cat_item: 'f341975e869a4ea6b6fb88510e845e18'
                                    variable_set: 'NULL'
                                    name: 'duration_days'
                                }
                            }
                            value: 'none'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: 'f7d8fbc144b84b609826491eb98d1180'
                        key: {
                            name: 'x_hlps_access_key'
                            element: 'last_used_at'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: 'f7df72e132c2412d8ed5c3016cc7b317'
                        key: {
                            name: 'x_hlps_access_key'
                            element: 'state'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_hub_flow_stage'
                        id: 'f7e29fd1dba248c8b687bb6333117fea'
                        key: {
                            flow: '8668aed61c3a4a199337eb9dde9f4fe3'
                            value: 'done'
                        }
                    },
                    {
                        table: 'sys_security_acl_role'
                        id: 'f7ef8a67c4f64cf3be75362fac64f6f2'
                        key: {
                            sys_security_acl: 'aae569f193254fc7ac1d5ce3c5bb6bb3'
                            sys_user_role: {
                                id: '3470a851d3494ded80e65e99a7509a15'
                                key: {
                                    name: 'x_hlps_access.admin'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_hub_flow_stage'
                        id: 'f82809a826de49bd8ea37452ccb10843'
                        key: {
                            flow: '8668aed61c3a4a199337eb9dde9f4fe3'
                            value: 'further'
                        }
                    },
                    {
                        table: 'sys_element_mapping'
                        id: 'f8324e46ce7a402e90a8f1e3c609fc1f'
                        key: {
                            field: 'item'
                            table: 'var__m_sys_hub_step_ext_input_7e83da3a0d1e4cf9b82ea077558971af'
                            id: '7e83da3a0d1e4cf9b82ea077558971af'
                        }
                    },
                    {
                        table: 'sys_variable_value'
                        id: 'f91eb0ec74a94219833ad50e3bb45740'
                        key: {
                            document_key: 'c8513597a06141b8a281f498bc68d3ca'
                            variable: '74315b04b3201300176b051a16a8dc2b'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: 'f96ef114770143bba63a5a279d120e72'
                        key: {
                            name: 'x_hlps_access_call'
                            element: 'answer'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: 'f9bc36ea134b4f0a9b26d560fc9f212c'
                        key: {
                            name: 'x_hlps_access_stage'
                            element: 'request_item'
                        }
                    },
                    {
                        table: 'sys_hub_flow_input'
                        id: 'fa09d3498cf84b42bd41e23a36f42189'
                        key: {
                            model: '627d0828d2864de0a0129f0d5e56537e'
                            element: 'item'
                        }
                    },
                    {
                        table: 'sys_rest_message_fn'
                        id: 'fab356035f5a4f7e8c0af563f05fbbad'
                        key: {
                            rest_message: '50d36b7287a0432da8d2302e61ffedd4'
                            function_name: 'post'
                        }
                    },
                    {
                        table: 'sys_choice'
                        id: 'fb278378d3bf49249ed5457e6ce19517'
                        key: {
                            name: 'var__m_sys_hub_flow_output_b72ec13fe74045aea9a1a41bb4f58d73'
                            element: 'status'
                            value: 'pending'
                            language: 'en'
                            dependent_value: 'NULL'
                        }
                    },
                    {
                        table: 'ua_table_licensing_config'
                        id: 'fb670b39bfb14539975a1429edb25441'
                        key: {
                            name: 'x_hlps_access_grant'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: 'fb701ff6f9d2405db8bac79853d56f25'
                        key: {
                            name: 'x_hlps_access_call'
                            element: 'sent_at'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_element_mapping'
                        id: 'fbdaa8954b484ae0ad2d0abf39c3a243'
                        key: {
                            field: 'kind'
                            table: 'var__m_sys_hub_action_output_626b92f8739445e3aebf743df17f806d'
                            id: '626b92f8739445e3aebf743df17f806d'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: 'fd38a4a107db4122bb6d43cf9ae7681e'
                        key: {
                            name: 'x_hlps_access_nonce'
                            element: 'expires_at'
                        }
                    },
                    {
                        table: 'sys_user_role'
                        id: 'fd76cecc1ee14425b1ffd4007b3f08c4'
                        key: {
                            name: 'x_hlps_access.requester'
                        }
                    },
                    {
                        table: 'sys_user_role'
                        id: 'fd7d342019344b99942635c52c726408'
                        key: {
                            name: 'x_hlps_access.agent'
                        }
                    },
                    {
                        table: 'sys_hub_action_output'
                        id: 'fdc0d04fe3314e5584b1ec0e42646a1b'
                        key: {
                            model: '2a898bb5f21e4147938b7fb3d526ed89'
                            element: 'message'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: 'fde157e437894618a72725af7e702f34'
                        key: {
                            name: 'var__m_sys_hub_action_output_35df6eccfd3c4e1aab3c39625a742a4c'
                            element: 'next'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_element_mapping'
                        id: 'fea7c455dba44bb99c28487eedf29ef7'
                        key: {
                            field: 'state'
                            table: 'var__m_sys_hub_action_output_d665b38426ae42b2a47059194897c7a0'
                            id: 'd665b38426ae42b2a47059194897c7a0'
                        }
                    },
                    {
                        table: 'sys_security_acl_role'
                        id: 'fef014439dbc479f990cfb74bbc42537'
                        key: {
                            sys_security_acl: '3191ab008ad444d391084d91a58e2605'
                            sys_user_role: {
                                id: '3470a851d3494ded80e65e99a7509a15'
                                key: {
                                    name: 'x_hlps_access.admin'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: 'ffe0818e711d4dcfa0e506f58d8a47ab'
                        key: {
                            name: 'var__m_sys_hub_action_output_283505fdc9bd4fc789394a3062bb66fc'
                            element: 'outcome'
                            language: 'en'
                        }
                    },
                ]
            }
        }
    }
}
