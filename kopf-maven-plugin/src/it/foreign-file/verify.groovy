String log = new File(basedir, 'build.log').text
assert log =~ /\[KopfForeignFile\] .*EphemeralVolumeClaim\.java: /
File folder = new File(basedir, 'src/main/java/org/zalando/v1')
assert folder.list() == ['EphemeralVolumeClaim.java'] as String[]
assert new File(folder, 'EphemeralVolumeClaim.java').text.contains('Written by hand.')
