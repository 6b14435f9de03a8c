File classes = new File(basedir, 'target/classes/org/zalando')
assert new File(classes, 'v1/EphemeralVolumeClaim.class').isFile()
assert new File(classes, 'v1beta1/EphemeralVolumeClaimHandler.class').isFile()
// Handlers are for the version that is asked for, though another one is stored.
assert !new File(classes, 'v1/EphemeralVolumeClaimHandler.class').exists()
assert new File(basedir, 'target/classes/it/EvcOperator.class').isFile()
