String log = new File(basedir, 'build.log').text
File sources = new File(basedir, 'target/generated-sources/kopf/org/zalando/v1')
assert log.findAll(/\[KopfForeignFile\] (.*): another execution of the goal has generated this file/).every { it.contains(sources.path) }
assert log.findAll(/\[KopfForeignFile\] .*EphemeralVolumeClaimHandler\.java: another execution/).size() == 2
assert new File(sources, 'EphemeralVolumeClaimSpec.java').text.contains('getColour')
assert !new File(sources, 'EphemeralVolumeClaimHandler.java').text.contains('onSpecPartNameChange')
assert log.contains('Nothing is generated: ')
