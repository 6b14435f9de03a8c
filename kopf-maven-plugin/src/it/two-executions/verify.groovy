String log = new File(basedir, 'build.log').text
File classes = new File(basedir, 'target/classes/org/zalando/v1')
assert new File(classes, 'EphemeralVolumeClaim.class').isFile()
assert new File(classes, 'OtherClaim.class').isFile()
assert log.count('files are written to ') == 2
assert log.count('Nothing has changed.') == 2
