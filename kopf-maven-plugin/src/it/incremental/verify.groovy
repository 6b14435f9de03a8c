String log = new File(basedir, 'build.log').text
assert log.count('Nothing has changed.') == 2
def written = (log =~ /(\d+) files are written to /).collect { it[1] as int }
assert written.size() == 3
// Of eight files of the CRD, those that know the field.
assert written[0] == 16
assert written[1] < 8
// Another package for all; the old ones are gone.
File sources = new File(basedir, 'target/generated-sources/kopf')
assert new File(sources, 'my/claims/OtherClaim.java').isFile()
assert !new File(sources, 'org').exists()
