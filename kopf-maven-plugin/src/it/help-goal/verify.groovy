String log = new File(basedir, 'build.log').text
String documented = new File(basedir, '../../../../docs/generator.md').text
def options = (documented =~ /`(kopf\.[A-Za-z0-9]+)`/).collect { it[1] }.toSet()
assert options.size() > 15
for (String option : options) {
    assert log.contains(option)
}
