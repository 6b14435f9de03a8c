String log = new File(basedir, 'build.log').text
assert new File(basedir, 'target/generated-sources/kopf/org/zalando/v1/EphemeralVolumeClaimHandler.java').isFile()
assert new File(basedir, 'target/classes/org/zalando/v1/EphemeralVolumeClaimHandler.class').isFile()
assert new File(basedir, 'target/classes/it/EvcOperator.class').isFile()
assert log.contains('8 files are written to ')
// The second time nothing is left to do.
assert log.count('Nothing has changed.') == 1
