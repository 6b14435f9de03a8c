// The files of "Your own operator in five minutes", as they stand there: a name, and a block with what is in it.
String readme = new File(basedir, '../../../../README.md').text
def files = (readme =~ /(?ms)^`([^`\n]+)`:\n\n```\w+\n(.*?)^```$/).collect { [it[1], it[2]] }
assert files.collect { it[0] } ==
    ['pom.xml', 'src/main/crds/greetings.example.org.yaml', 'src/main/java/org/example/GreetingOperator.java']
for (def file : files) {
    File target = new File(basedir, file[0])
    target.parentFile.mkdirs()
    target.text = file[1]
}
return true
