assert new File(basedir, 'target/classes/org/example/GreetingOperator.class').isFile()
assert new File(basedir, 'target/classes/org/example/v1/GreetingHandler.class').isFile()
