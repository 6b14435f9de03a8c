context.get('server').stop(0)
assert context.get('requests').size() == 1
assert new File(basedir, 'target/generated-sources/kopf/org/zalando/v1/EphemeralVolumeClaimHandler.java').isFile()
assert new File(basedir, 'build.log').text.count('Nothing has changed.') == 1
