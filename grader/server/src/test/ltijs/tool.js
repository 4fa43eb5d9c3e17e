// A tool of ltijs that grades whoever launches it, and tells what it has heard from the platform.
const [, , port, database, issuer, client] = process.argv
const { Provider: lti } = require('ltijs')
const Database = require('ltijs-sequelize')

const at = new URL(database)
const store = new Database(at.pathname.slice(1), at.username, at.password, {
  host: at.hostname,
  port: at.port,
  dialect: 'postgres',
  logging: false
})
lti.setup('a key of the test alone', { plugin: store }, {
  appRoute: '/launch',
  loginRoute: '/login',
  keysetRoute: '/keys',
  cookies: { secure: false, sameSite: 'Lax' },
  devMode: false
})

lti.onConnect(async (token, request, response) => {
  try {
    const lineItem = token.platformContext.endpoint.lineitem
    await lti.Grade.submitScore(token, lineItem, {
      userId: token.user,
      scoreGiven: 7,
      scoreMaximum: 10,
      activityProgress: 'Completed',
      gradingProgress: 'FullyGraded'
    })
    const results = await lti.Grade.getScores(token, lineItem, { userId: token.user })
    const members = await lti.NamesAndRoles.getMembers(token, { pages: 2 })
    response.json({
      user: token.user,
      name: token.userInfo.name,
      roles: token.platformContext.roles,
      context: token.platformContext.context.id,
      results: results.scores,
      members: members.members.map(member => member.user_id)
    })
  } catch (problem) {
    response.status(500).json({ problem: String(problem.message) })
  }
})

lti.onInvalidToken((request, response) => response.status(401).json(response.locals.err))

lti.deploy({ port: Number(port), silent: true })
  .then(() => lti.registerPlatform({
    url: issuer,
    name: 'fake',
    clientId: client,
    authenticationEndpoint: issuer + '/auth',
    accesstokenEndpoint: issuer + '/token',
    authConfig: { method: 'JWK_SET', key: issuer + '/keys' }
  }))
  .then(() => console.log('ready'))
  .catch(problem => {
    console.log(problem)
    process.exit(1)
  })
