import java.util.zip.ZipFile

File crds = new File(basedir, 'claims/src/main/crds')
ZipFile jar = new ZipFile(new File(basedir, 'claims/target/claims-1.jar'))
for (String name : ['one', 'two']) {
    def entry = jar.getEntry("META-INF/kubernetes/crds/${name}-claim.yaml")
    assert jar.getInputStream(entry).bytes == new File(crds, "${name}/claim.yaml").bytes
}
assert new File(basedir, 'operator/target/classes/it/Uses.class').isFile()
assert new ZipFile(new File(basedir, 'operator/target/operator-1.jar')).entries().every { !it.name.endsWith('.yaml') }
assert new ZipFile(new File(basedir, 'downloads/target/downloads-1.jar')).getEntry('META-INF/kubernetes/crds/claim.yaml')
String log = new File(basedir, 'build.log').text
assert !log.contains('not marked as @threadSafe')
assert log.count('Nothing has changed.') == 1
