import java.util.zip.ZipFile

String log = new File(basedir, 'build.log').text
assert log.count('Nothing has changed.') == 6
for (String module : ['one', 'two']) {
    ZipFile jar = new ZipFile(new File(basedir, "${module}/target/${module}-1.jar"))
    assert jar.entries().collect { it.name }.findAll { it.endsWith('.yaml') }.toSet() ==
        ['META-INF/kubernetes/crds/claim.yaml', 'META-INF/kubernetes/crds/other.yaml'].toSet()
    for (String kind : ['EphemeralVolumeClaim', 'OtherClaim']) {
        assert jar.getEntry("org/zalando/v1/${kind}.class")
    }
}
